using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Writes the states of a machine, scope by scope; each kind of step has a file of its own.</summary>
internal sealed class MachineWriter(Utf8JsonWriter json, CompilationTarget target, MachinePlan plan)
{
    private readonly HashSet<string> _reached = [];

    public Utf8JsonWriter Json { get; } = json;

    public CompilationTarget Target { get; } = target;

    public MachinePlan Plan { get; } = plan;

    public StateNames Names { get; } = new();

    /// <summary>The states of steps written so far, a state before those inside of it.</summary>
    public List<CompiledState> States { get; } = [];

    /// <summary>Notes that some state leads to a state that is written only then.</summary>
    public string Reach(string name)
    {
        _reached.Add(name);
        return name;
    }

    public bool IsReached(string name) => _reached.Contains(name);

    /// <summary>The states of a scope, as the members of <c>States</c>.</summary>
    public void WriteStates(ScopeFrame scope)
    {
        Json.WriteStartObject("States");
        var claim = scope.IsMachine && Plan.ClaimsRuns ? new RunClaim(this) : null;
        claim?.WriteFirst(scope.StartAt);
        if (scope.SetUp is { } setUp)
        {
            WriteSetUp(scope, setUp);
        }

        foreach (var step in scope.Scope.Steps)
        {
            States.Add(CompiledState.Of(scope, step));
            var state = new StateWriter(this, scope, step);
            if (scope.Undo?.IsGuarded(step) == true)
            {
                GuardedState.Write(state);
            }
            else
            {
                Write(state);
            }
        }

        scope.Undo?.WriteEnd(this);
        claim?.WriteLast();
        Json.WriteEndObject();
    }

    /// <summary>A scope inside a state: <c>{"StartAt": …, "States": {…}}</c>.</summary>
    public void WriteBody(ScopeFrame scope)
    {
        Json.WriteStartObject();
        Json.WriteString("StartAt", scope.StartAt);
        WriteStates(scope);
        Json.WriteEndObject();
    }

    private static void Write(StateWriter state)
    {
        Action write = state.Step switch
        {
            RestApiStep { IsUndo: true } step => () => state.Scope.Undo!.Write(state, step),
            RestApiStep step => () => RestApiState.Write(state, step),
            DecisionStep step => () => DecisionState.Write(state, step),
            TransformStep step => () => TransformState.Write(state, step),
            WaitStep step => () => WaitState.Write(state, step),
            ParallelStep step => () => ParallelState.Write(state, step),
            ForEachStep step => () => ForEachState.Write(state, step),
            RunFlowStep { Version: not null } step => () => PinnedFlowState.Write(state, step),
            RunFlowStep step => () => LiveFlowState.Write(state, step),
            RespondStep step => () => RespondState.Write(state, step),
            FailStep step => () => FailState.Write(state, step),
            _ => throw new ArgumentException($"A step of type {state.Step.GetType().Name} has no state."),
        };
        write();
    }

    private void WriteSetUp(ScopeFrame scope, string name)
    {
        Json.WriteStartObject(name);
        Json.WriteString("Type", "Pass");
        Json.WriteStartObject("Assign");
        foreach (var input in scope.Used)
        {
            Json.WriteString(scope.Flow.NameOf(input), ExpressionText.Wrap($" {ScopeFrame.ReadInput(input)} "));
        }

        Json.WriteEndObject();
        Json.WriteString("Next", scope.Flow.NameOf(scope.Scope.Start));
        Json.WriteEndObject();
    }
}
