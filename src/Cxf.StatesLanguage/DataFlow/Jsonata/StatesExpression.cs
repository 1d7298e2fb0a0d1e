using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>
/// One <c>{% … %}</c> of a definition, with the name of its field, which AWS reports when the expression fails.
/// </summary>
internal sealed class StatesExpression
{
    private const int ShownValue = 200;

    private readonly JsonataExpression _expression;
    private readonly string[] _variables;
    private readonly bool _readsContext;

    public StatesExpression(JsonataExpression expression, string field)
    {
        _expression = expression;
        Field = field;
        _variables = [.. expression.FreeVariables.Select(static variable => variable.Name).Distinct(StringComparer.Ordinal)];
        _readsContext = expression.FreeVariables.Any(ReadsContext);
    }

    public string Field { get; }

    /// <summary>The value; never undefined and never a function.</summary>
    public JsonataValue Evaluate(IEvaluationContext context)
    {
        JsonataValue value;
        try
        {
            value = _expression.Evaluate(JsonataValue.Undefined, Bind(context), context.Stop);
        }
        catch (JsonataException failure)
        {
            throw Failed(
                context,
                failure.IsLimit
                    ? $"threw an error during evaluation: {failure.Message}"
                    : $"threw an error during evaluation. {failure.Code}: {failure.Message}",
                Shown(failure),
                failure.Position
            );
        }

        return value.Kind switch
        {
            JsonataKind.Undefined => throw Failed(context, "returned nothing (undefined).", position: _expression.Text.Length),
            JsonataKind.Function => throw Failed(context, "returned an unsupported result type."),
            _ => value,
        };
    }

    /// <summary>The value of a field that accepts only one type.</summary>
    public JsonataValue Evaluate(IEvaluationContext context, JsonataKind expected)
    {
        var value = Evaluate(context);
        return value.Kind == expected
            ? value
            : throw Failed(
                context,
                $"returned an unexpected result type. Expected '{Name(expected)}', but was '{Name(value.Kind)}' "
                    + $"for value: {value.ToPayload()}"
            );
    }

    private EvaluationFailedException Failed(
        IEvaluationContext context,
        string problem,
        string? value = null,
        int? position = null
    )
    {
        var cause = context.Describe($"The JSONata expression '{_expression.Text}' specified for the field '{Field}' {problem}");
        return new(cause.Length <= ServiceLimits.CauseLength ? cause : cause[..ServiceLimits.CauseLength], Field)
        {
            Value = value,
            Place = position is { } end ? new FailedPlace(_expression.Text, end) : null,
        };
    }

    // What is inside an object or an array is in the input, and can be long.
    private static string? Shown(JsonataException failure)
    {
        switch (failure.Value.Kind)
        {
            case JsonataKind.Undefined or JsonataKind.Function:
                return null;
            case JsonataKind.Object:
                return "an object";
            case JsonataKind.Array:
                return "an array";
            default:
                var json = failure.Value.ToPayload().ToString();
                return failure.Message.Contains(json, StringComparison.Ordinal) ? null
                    : json.Length <= ShownValue ? json
                    : json[..ShownValue] + "…";
        }
    }

    private JsonataBindings Bind(IEvaluationContext context)
    {
        if (_variables.Length == 0)
        {
            return JsonataBindings.Empty;
        }

        var bindings = new JsonataBindings();
        foreach (var name in _variables)
        {
            if (name == StatesVariable.Name)
            {
                bindings[name] = StatesVariable.Of(context, _readsContext);
            }
            else if (context.TryGetVariable(name, out var value))
            {
                bindings[name] = JsonataValue.From(value.Tree);
            }
        }

        return bindings;
    }

    /// <summary>
    /// The context object is created only for expressions that may read it; most name another member of $states directly.
    /// </summary>
    private bool ReadsContext(JsonataVariableReference reference)
    {
        var rest = _expression.Text.AsSpan(reference.Start + reference.Length);
        return reference.Name == StatesVariable.Name
            && !rest.StartsWith(".input")
            && !rest.StartsWith(".result")
            && !rest.StartsWith(".errorOutput");
    }

    private static string Name(JsonataKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>
/// The reserved variable <c>$states</c>: always input; context if the expression reads it; result and errorOutput if there is
/// one.
/// </summary>
internal static class StatesVariable
{
    public const string Name = "states";

    public static JsonataValue Of(IEvaluationContext context, bool withContext)
    {
        var members = new List<KeyValuePair<string, JsonataValue>>(4) { new("input", JsonataValue.From(context.Input.Tree)) };
        if (withContext)
        {
            members.Add(new("context", JsonataValue.From(context.Context.Tree)));
        }

        if (context.Result is not null)
        {
            members.Add(new("result", JsonataValue.From(context.Result.Tree)));
        }

        if (context.ErrorOutput is not null)
        {
            members.Add(new("errorOutput", JsonataValue.From(context.ErrorOutput.Tree)));
        }

        return JsonataValue.FromObject(members);
    }
}

internal static class JsonataPayload
{
    public static Payload ToPayload(this JsonataValue value)
    {
        using var writer = PayloadWriter.Rent();
        value.WriteTo(writer.Json);
        return writer.ToPayload();
    }
}
