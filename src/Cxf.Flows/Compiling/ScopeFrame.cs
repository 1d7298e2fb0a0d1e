using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// One scope within a machine. What a scope has from its beginning (a loop's item and index, a compiled-in flow's payload)
/// is the input of its first state, which reads it there and, where later states need it too, sets the variable on its way
/// out. Only a first state that cannot do that gets a state before it.
/// </summary>
internal sealed class ScopeFrame
{
    private readonly bool _entrySets;
    private readonly LoopPasses _loops;
    private readonly int _depth;

    /// <summary>A flow's own scope, or a body of a step.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="flow">The flow that it belongs to.</param>
    /// <param name="holder">The state of the step that holds it; null for the flow's own.</param>
    /// <param name="body">Which of that step's bodies it is, from 0.</param>
    public ScopeFrame(StepScope scope, FlowFrame flow, StateWriter? holder = null, int body = 0)
    {
        Body = body;
        Scope = scope;
        Flow = flow;
        Holder = holder;
        _loops = flow.LoopsOf(scope);
        Undo = holder is null ? UndoChain.Of(this) : null;
        _depth = 1 + (Around?.Scope._depth ?? 0);
        Inputs = holder is null && flow.Caller is not null ? [FlowFrame.Payload] : scope.Inputs;
        Index = scope.Inputs is [_, var index] ? index : null;
        var entry = scope.Find(scope.Start)!;
        Used = [.. Inputs.Where(input => scope.Steps.Any(step => Reads(step, input) || ReadsInside(step, input)))];
        Variables =
        [
            .. Used.Where(input => scope.Steps.Any(step => ReadsInside(step, input) || (step != entry && Reads(step, input)))),
        ];
        _entrySets = Used.Count == 0 || !(IsReentered(scope) || Used.Any(input => ReadsInside(entry, input)));
    }

    public StepScope Scope { get; }

    public FlowFrame Flow { get; }

    /// <summary>The state of the step that holds this scope as a body; null for a flow's own scope.</summary>
    public StateWriter? Holder { get; }

    /// <summary>
    /// The state around this scope in the machine, also that of a step that compiles the flow in; null for the machine's
    /// outermost scope.
    /// </summary>
    public StateWriter? Around => Holder ?? Flow.Caller;

    /// <summary>Which of that step's bodies it is, from 0.</summary>
    public int Body { get; }

    /// <summary>Whether this is the machine's outermost scope: it alone answers the caller.</summary>
    public bool IsMachine => Around is null;

    /// <summary>The states that undo what the flow did when it fails; null where nothing is undone, as in every body.</summary>
    public UndoChain? Undo { get; }

    /// <summary>The names of what the first state gets as its input.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Those of <see cref="Inputs"/> that any step reads.</summary>
    public IReadOnlyList<string> Used { get; }

    /// <summary>Those of <see cref="Inputs"/> that are read after the first state, or inside it.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The loop's index, or null.</summary>
    public string? Index { get; }

    /// <summary>The state that sets the variables before the first step; null where that step's own state does.</summary>
    public string? SetUp => _entrySets ? null : StateNames.Beside(Flow.NameOf(Scope.Start), "input");

    /// <summary>The first state.</summary>
    public string StartAt => SetUp ?? Flow.NameOf(Scope.Start);

    /// <summary>Whether a step's state gets the scope's inputs as its own input, and sets the variables.</summary>
    public bool IsEntry(FlowStep step) => _entrySets && step.Label == Scope.Start;

    /// <summary>JSONata that reads an input from the first state's own input.</summary>
    public static string ReadInput(string input) => "$states.input." + input;

    /// <summary>JSONata that reads a variable of the document in a step of this scope.</summary>
    public string Read(string variable, FlowStep step) =>
        IsEntry(step) && Inputs.Contains(variable) ? ReadInput(variable) : Flow.Read(variable);

    /// <summary>
    /// JSONata that tells the index of every <c>forEach</c> and the pass of every loop around a step, the outermost first.
    /// </summary>
    public IEnumerable<string> Rounds(FlowStep step) => Rounds(step, index => Read(index, step));

    /// <summary>The variable that a transition increments because it closes a loop, or null.</summary>
    public string? PassAfter(FlowStep step, StepTransition transition) => _loops.Ends(step, transition) ? Pass : null;

    private static bool IsReentered(StepScope scope) =>
        scope.Steps.SelectMany(step => step.Transitions).Any(transition => transition.Target == scope.Start);

    // Before the first transition back the variable is not set: the sum of nothing is 0.
    private IEnumerable<string> Rounds(FlowStep step, Func<string, string> readIndex) =>
        [
            .. Around is { } around ? around.Scope.Rounds(around.Step, around.Scope.Flow.Read) : [],
            .. Index is null ? (IEnumerable<string>)[] : [readIndex(Index)],
            .. _loops.Include(step) ? (IEnumerable<string>)[$"$sum([${Pass}])"] : [],
        ];

    private string Pass => Flow.Machine.Names.Pass(_depth);

    private bool Reads(FlowStep step, string input) =>
        Flow.Uses.ByStep(step, input) || (input == Index && VariableUse.NeedsIndex(step));

    // A compiled-in flow counts as making calls, which it nearly always does.
    private bool ReadsInside(FlowStep step, string input) =>
        Flow.Uses.InBodies(step, input)
        || (
            input == Index
            && (
                step is RunFlowStep { Version: not null }
                || step.Bodies.SelectMany(body => body.AllSteps).Any(VariableUse.NeedsIndex)
            )
        );
}
