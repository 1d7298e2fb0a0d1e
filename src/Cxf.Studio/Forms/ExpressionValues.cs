using System.Text.Json;
using Cxf.Flows.Model;
using Cxf.Jsonata;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Trials;

namespace Cxf.Studio.Forms;

/// <summary>What expressions of a step are with the data of a test: the first one that reaches the step.</summary>
public sealed class ExpressionValues
{
    private const int Longest = 300;

    private readonly JsonataBindings _bindings = new();

    private ExpressionValues(StepSituation situation)
    {
        Test = situation.Test;
        foreach (var member in JsonElement.Parse(situation.RunInput).EnumerateObject())
        {
            _bindings[member.Name] = JsonataValue.From(member.Value);
        }

        foreach (var (name, value) in situation.Variables)
        {
            _bindings[name] = JsonataValue.From(value);
        }
    }

    /// <summary>The name of the test; null if no test reaches the step.</summary>
    public string? Test { get; }

    /// <summary>The names of the variables that the step can read.</summary>
    public IEnumerable<string> Variables => _bindings.Names;

    /// <summary>The values for a step; null for a flow with errors, or without any example of a payload.</summary>
    internal static ExpressionValues? Of(FlowDocument document, string label, CancellationToken cancellationToken)
    {
        if (document.Reading.Flow is not { } flow)
        {
            return null;
        }

        var compiled = document.Compile(flow);
        return
            compiled.States.FirstOrDefault(state => state.Name == label) is { } state
            && StepSituation.Of(document, flow, compiled, state, null, cancellationToken) is { Test: not null } situation
            ? new ExpressionValues(situation)
            : null;
    }

    /// <summary>What a value is with its expressions evaluated, or why it is nothing; null for one without expressions.</summary>
    public string? Of(JsonElement value)
    {
        if (!ExpressionText.In(value))
        {
            return null;
        }

        try
        {
            var evaluated = Evaluated(value);
            return evaluated.IsUndefined ? "nothing" : Shortened(evaluated.ToJson());
        }
        catch (JsonataException exception)
        {
            return exception.Message;
        }
    }

    // A member without a value is left out, as Step Functions leaves it out.
    private JsonataValue Evaluated(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => JsonataValue.FromObject(
                value
                    .EnumerateObject()
                    .Select(member => KeyValuePair.Create(member.Name, Evaluated(member.Value)))
                    .Where(member => !member.Value.IsUndefined)
            ),
            JsonValueKind.Array => JsonataValue.FromArray(value.EnumerateArray().Select(Evaluated)),
            JsonValueKind.String when ExpressionText.TryRead(value.GetString()!, out var jsonata) => JsonataExpression
                .Compile(jsonata, JsonataOptions.StepFunctions)
                .Evaluate(JsonataValue.Undefined, _bindings),
            _ => JsonataValue.From(value),
        };

    private static string Shortened(string json) => json.Length <= Longest ? json : json[..Longest] + " …";
}
