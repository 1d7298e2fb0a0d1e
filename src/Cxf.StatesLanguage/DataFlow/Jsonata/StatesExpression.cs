using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>One <c>{% … %}</c> of a definition, and the field it stands in, which AWS names when it fails.</summary>
internal sealed class StatesExpression
{
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
    public JsonataValue Evaluate(StateRun run)
    {
        JsonataValue value;
        try
        {
            value = _expression.Evaluate(JsonataValue.Undefined, Bind(run), run.Branch.Stop);
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
        new(run.Describe($"The JSONata expression '{_expression.Text}' specified for the field '{Field}' {problem}"), Field);

    private JsonataBindings Bind(StateRun run)
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
                bindings[name] = StatesVariable.Of(run, _readsContext);
            }
            else if (run.Branch.Scope.TryGet(name, out var value))
            {
                bindings[name] = JsonataValue.From(value.Tree);
            }
        }

        return bindings;
    }

    /// <summary>The context object is only written where it can be read; most expressions name another member of $states at
    /// once.</summary>
    private bool ReadsContext(JsonataVariableReference reference)
    {
        var rest = _expression.Text.AsSpan(reference.Start + reference.Length);
        return reference.Name == StatesVariable.Name
            && !rest.StartsWith(".input") && !rest.StartsWith(".result") && !rest.StartsWith(".errorOutput");
    }

    private static string Name(JsonataKind kind) => kind.ToString().ToLowerInvariant();
}
