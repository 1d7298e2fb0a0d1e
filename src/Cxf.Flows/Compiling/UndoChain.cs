using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The states that undo what a flow did when it fails: for each step that names its undo, the last one first, a Choice that looks
/// whether the step succeeded, and the undo step as a Task. Their input and output is the failure,
/// <c>{"error": …, "message": …}</c>, which ends the run, or is recorded, after the last of them. An undo step that fails changes
/// nothing about that: the next one runs.
/// </summary>
internal sealed class UndoChain
{
    private const string Failure = "$states.input";

    private readonly ScopeFrame _scope;
    private readonly ScopeGraph _graph;
    private readonly Dictionary<string, int> _numbers;

    private UndoChain(ScopeFrame scope, ScopeGraph graph)
    {
        (_scope, _graph) = (scope, graph);
        _numbers = graph.Undo.Order.Index().ToDictionary(undo => graph.Steps[undo.Item.Undo].Label, undo => undo.Index);
    }

    /// <summary>The chain of a flow's own scope; null where no step names its undo.</summary>
    public static UndoChain? Of(ScopeFrame scope) =>
        scope.Scope.Steps.Any(step => step.Undo is not null) ? new UndoChain(scope, scope.Flow.Flow.Analysis.Graph.Root) : null;

    /// <summary>The state with which a failure of a step begins; null where nothing can have been done before it.</summary>
    public string? FirstAfter(FlowStep step) =>
        _graph.Undo.FirstAfter(_graph.PlaceOf(step.Label)) is { } number ? NameOf(number) : null;

    /// <summary>Whether a step's state needs one around it that catches what its own cannot.</summary>
    public bool IsGuarded(FlowStep step) =>
        !(step is RespondStep && RecordsFailures) && _graph.Undo.IsGuarded(step, _graph.PlaceOf(step.Label));

    /// <summary>Writes the two states of an undo step.</summary>
    public void Write(StateWriter state, RestApiStep step)
    {
        var number = _numbers[step.Label];
        var json = state.Json;
        var next = number + 1 < _numbers.Count ? NameOf(number + 1) : state.Machine.Reach(End);
        state.Begin(NameOf(number), "Choice");
        json.WriteStartArray("Choices");
        json.WriteStartObject();
        state.Expression("Condition", HasSucceeded(_graph.Steps[_graph.Undo.Order[number].Step]));
        json.WriteString("Next", state.Name);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("Default", next);
        state.End();

        RestApiState.WriteCall(state, step);
        state.Expression("Output", Failure);
        json.WriteNumber("TimeoutSeconds", TaskTimeout.SecondsOf(step));
        CallRetry.Write(state, step.Retry);
        ErrorCatch.WriteOnly(json, Failure, next);
        json.WriteString("Next", next);
        state.End();
    }

    /// <summary>Writes the state that fails with what the flow failed with, where no other does.</summary>
    public void WriteEnd(MachineWriter machine)
    {
        if (RecordsFailures)
        {
            return;
        }

        machine.Json.WriteStartObject(End);
        machine.Json.WriteString("Type", "Fail");
        machine.Json.WriteString("Error", ExpressionText.Wrap($" {Failure}.error "));
        machine.Json.WriteString("Cause", ExpressionText.Wrap($" {Failure}.message "));
        machine.Json.WriteEndObject();
    }

    private bool RecordsFailures => _scope.IsMachine && _scope.Flow.Machine.Plan.ClaimsRuns;

    private string End =>
        RecordsFailures ? RunClaim.RecordFailure
        : _scope.Flow.Caller is { } caller ? StateNames.Beside(caller.Name, "failed")
        : RunClaim.RunFailed;

    private string NameOf(int number) =>
        StateNames.Beside(_scope.Flow.NameOf(_graph.Steps[_graph.Undo.Order[number].Undo].Label), "needed");

    // A step that has not run has no variable, and one that failed has only its error.
    private string HasSucceeded(FlowStep step) =>
        step is RestApiStep
            ? $"$exists(${_scope.Flow.NameOf(step.Label)}.status)"
            : $"$exists(${_scope.Flow.NameOf(step.Label)}) and $not($exists(${_scope.Flow.NameOf(step.Label)}.error))";
}
