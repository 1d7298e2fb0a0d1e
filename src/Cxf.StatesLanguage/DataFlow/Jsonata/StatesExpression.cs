using System.Text.RegularExpressions;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>One <c>{% … %}</c> of a definition, and the field it stands in, which AWS names when it fails.</summary>
internal sealed partial class StatesExpression
{
    private readonly JsonataExpression expression;
    private readonly string[] variables;
    private readonly bool readsContext;

    public StatesExpression(JsonataExpression expression, string field)
    {
        this.expression = expression;
        Field = field;
        variables = [.. Names.Matches(expression.Text).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];
        readsContext = expression.Text.Contains("context", StringComparison.Ordinal) || AllOfStates.IsMatch(expression.Text);
    }

    public string Field { get; }

    /// <summary>The value; never undefined and never a function.</summary>
    public JsonataValue Evaluate(StateRun run)
    {
        JsonataValue value;
        try
        {
            value = expression.Evaluate(JsonataValue.Undefined, Bind(run), run.Branch.Stop);
        }
        catch (JsonataException failure)
        {
            throw Failed(run, $"threw an error during evaluation. {failure.Code}: {failure.Message}");
        }

        return value.Kind switch
        {
            JsonataKind.Undefined => throw Failed(run, "returned nothing (undefined)."),
            JsonataKind.Function => throw Failed(run, "returned an unsupported result type."),
            _ => value,
        };
    }

    /// <summary>The value where the field takes one type only.</summary>
    public JsonataValue Evaluate(StateRun run, JsonataKind expected)
    {
        var value = Evaluate(run);
        return value.Kind == expected
            ? value
            : throw Failed(
                run,
                $"returned an unexpected result type. Expected '{Name(expected)}', but was '{Name(value.Kind)}' for value: {ValueText.Of(value)}");
    }

    private EvaluationFailedException Failed(StateRun run, string problem) =>
        new(run.Describe($"The JSONata expression '{expression.Text}' specified for the field '{Field}' {problem}"), Field);

    private JsonataBindings Bind(StateRun run)
    {
        if (variables.Length == 0)
        {
            return JsonataBindings.Empty;
        }

        var bindings = new JsonataBindings();
        foreach (var name in variables)
        {
            if (name == StatesVariable.Name)
            {
                bindings[name] = StatesVariable.Of(run, readsContext);
            }
            else if (run.Branch.Scope.TryGet(name, out var value))
            {
                bindings[name] = JsonataValue.From(value.Tree);
            }
        }

        return bindings;
    }

    [GeneratedRegex(@"\$(\w+)")]
    private static partial Regex Names { get; }

    /// <summary>$states as a whole, or a member of it that is computed.</summary>
    [GeneratedRegex(@"\$states(?!\.\w)")]
    private static partial Regex AllOfStates { get; }

    private static string Name(JsonataKind kind) => kind.ToString().ToLowerInvariant();
}
