using System.Text.Json;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Writes the state of one step; what steps of several kinds share is here.</summary>
internal sealed class StateWriter(MachineWriter machine, ScopeFrame scope, FlowStep step)
{
    public MachineWriter Machine { get; } = machine;

    public ScopeFrame Scope { get; } = scope;

    public FlowStep Step { get; } = step;

    /// <summary>The state's name, which is also the variable of the step's result.</summary>
    public string Name { get; } = scope.Flow.NameOf(step.Label);

    public Utf8JsonWriter Json => Machine.Json;

    /// <summary>Whether what is not caught here is recorded as the run's answer.</summary>
    public bool RecordsFailures => Scope.IsMachine && Machine.Plan.ClaimsRuns;

    /// <summary>
    /// The state that what is not caught here goes to, with <c>{"error": …, "message": …}</c> as its input; null where the run,
    /// or the body, just fails.
    /// </summary>
    public string? FailureState =>
        (ScopeUndo.CanFail(Step) ? Scope.Undo?.FirstAfter(Step) : null) ?? (RecordsFailures ? RunClaim.RecordFailure : null);

    /// <summary>Begins the step's own state: its type, and the author's description of it as the comment.</summary>
    public void Begin(string type)
    {
        Begin(Name, type);
        if (Step.Description.Length > 0)
        {
            Json.WriteString("Comment", Step.Description);
        }
    }

    /// <summary>Begins a further state of the step.</summary>
    public void Begin(string name, string type)
    {
        Json.WriteStartObject(name);
        Json.WriteString("Type", type);
    }

    public void End() => Json.WriteEndObject();

    /// <summary>A string of the document with its variables resolved.</summary>
    public string Resolve(string text) => ExpressionResolution.Resolve(text, Analysis, Read);

    /// <summary>A string of the document as JSONata: its expression with the variables resolved, or a literal.</summary>
    public string Jsonata(string text) =>
        ExpressionText.TryRead(text, out var jsonata)
            ? ExpressionResolution.ResolveJsonata(jsonata, Analysis, Read).Trim()
            : JsonataText.Literal(text);

    /// <summary>A member whose value may hold expressions; left out when the flow does not give it.</summary>
    public void Member(string name, FlowValue? value)
    {
        if (value is { } given)
        {
            Json.WritePropertyName(name);
            Value(given.Json);
        }
    }

    /// <summary>A member that is an expression.</summary>
    public void Expression(string name, string jsonata) => Json.WriteString(name, ExpressionText.Wrap($" {jsonata} "));

    /// <summary>
    /// The variables that are set on a way out of the state: what the scope began with, where this is its first state,
    /// the step's own, and the count of passes where the way closes a loop.
    /// </summary>
    /// <param name="next">Where the way leads; null for the end of the body, and for a further state of the step.</param>
    /// <param name="own">Writes the step's own.</param>
    public void Assign(StepTransition? next, Action? own = null) => Assign(Scope.IsEntry(Step) ? Scope.Variables : [], next, own);

    /// <summary>The same for a further state of the step, before which what the scope began with is set.</summary>
    public void AssignLater(StepTransition? next, Action? own) => Assign([], next, own);

    /// <summary>The same with the step's result as its variable, unless the body ends here and nobody could read it.</summary>
    public void AssignResult(StepTransition? next, Action result) => Assign(next, next is null ? null : result);

    /// <summary>The way on, or the end of the body.</summary>
    public void Onward(StepTransition? next)
    {
        if (next is { } transition)
        {
            Next("Next", transition);
        }
        else
        {
            Json.WriteBoolean("End", true);
        }
    }

    public void Next(string member, StepTransition transition) => Json.WriteString(member, Scope.Flow.NameOf(transition.Target));

    /// <summary>
    /// What names this step's work among all of the machine's runs, the same over every retry: the run, the step, and which
    /// pass of each loop around it.
    /// </summary>
    public string WorkName() =>
        string.Join(" & '/' & ", Scope.Rounds(Step).Prepend($"$states.context.Execution.Name & '/{Name}'"));

    public void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    Json.WritePropertyName(member.Name);
                    Value(member.Value);
                }

                Json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                Json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Value(item);
                }

                Json.WriteEndArray();
                break;
            case JsonValueKind.String:
                Json.WriteStringValue(Resolve(value.GetString()!));
                break;
            default:
                value.WriteTo(Json);
                break;
        }
    }

    private void Assign(IReadOnlyList<string> inputs, StepTransition? next, Action? own)
    {
        var pass = next is null ? null : Scope.PassAfter(Step, next);
        if (inputs.Count == 0 && own is null && pass is null)
        {
            return;
        }

        Json.WriteStartObject("Assign");
        foreach (var input in inputs)
        {
            Expression(Scope.Flow.NameOf(input), ScopeFrame.ReadInput(input));
        }

        own?.Invoke();
        if (pass is not null)
        {
            Expression(pass, $"$sum([${pass}, 1])");
        }

        Json.WriteEndObject();
    }

    private FlowAnalysis Analysis => Scope.Flow.Flow.Analysis;

    private string Read(string variable) => Scope.Read(variable, Step);
}
