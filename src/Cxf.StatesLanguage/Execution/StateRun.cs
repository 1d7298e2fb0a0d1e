using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Execution;

/// <summary>One visit of a state.</summary>
internal sealed class StateRun(BranchRun branch, State state, Payload input, StateTest? test = null) : IEvaluationContext
{
    private Payload? _context;
    private MapItem? _selectedItem;
    private DateTimeOffset? _enteredTime;
    private int _retryCount;

    public BranchRun Branch { get; } = branch;

    public ExecutionRun Execution => Branch.Execution;

    public State State { get; private set; } = state;

    public Payload Input { get; private set; } = input;

    /// <summary>Id of the event that entered the state.</summary>
    public long EnteredEventId { get; private set; }

    /// <summary>The event before that one.</summary>
    public long BeforeEntryEventId { get; private set; }

    /// <summary>When the state was entered. Only the context object shows it, so a state that ends at once reads the clock
    /// late.</summary>
    public DateTimeOffset EnteredTime => _enteredTime ??= Execution.Now;

    /// <summary>Begins the visit of a state, in place of the visit before, which has ended.</summary>
    /// <param name="entering">The state.</param>
    /// <param name="data">Its input.</param>
    /// <param name="enteredTicks">When it was entered; 0 for now.</param>
    /// <param name="enteredEventId">The event that entered it.</param>
    /// <param name="beforeEntryEventId">The event before that one.</param>
    public void Enter(State entering, Payload data, long enteredTicks, long enteredEventId, long beforeEntryEventId)
    {
        State = entering;
        Input = data;
        _enteredTime = enteredTicks == 0 ? null : new DateTimeOffset(enteredTicks, TimeSpan.Zero);
        EnteredEventId = enteredEventId;
        BeforeEntryEventId = beforeEntryEventId;
        _context = null;
        Result = null;
        ErrorOutput = null;
    }

    /// <summary>How often the state's work was retried.</summary>
    public int RetryCount
    {
        get => _retryCount;
        set
        {
            _retryCount = value;
            _context = null;
        }
    }

    /// <summary>The map run that a redrive continues, or null. A retry of the state starts another one.</summary>
    public MapRun? Redriven { get; set; }

    /// <summary>The branches or iterations that a redrive continues, or null. A retry of the state starts others.</summary>
    public BranchRun?[]? RedrivenGraphs { get; set; }

    /// <summary>The token of the current attempt, for tasks that have one.</summary>
    public TaskCallback? Callback
    {
        get;
        set
        {
            field = value;
            _context = null;
        }
    }

    /// <summary>The item whose ItemSelector is being evaluated, otherwise the item of the surrounding iteration.</summary>
    public MapItem? Item
    {
        get => _selectedItem ?? Branch.Item;
        set
        {
            _selectedItem = value;
            _context = null;
        }
    }

    public Payload? Result { get; set; }

    public Payload? ErrorOutput { get; set; }

    public Payload Context => Test?.Context ?? (_context ??= ContextObject.Write(this));

    public StateInspection? Inspection => Test?.Inspection;

    /// <summary>The mocked task and the configuration of TestState; null in executions.</summary>
    public StateTest? Test { get; } = test;

    public Random Random => Execution.Random;

    public CancellationToken Stop => Branch.Stop;

    public bool TryGetVariable(string name, [NotNullWhen(true)] out Payload? value) => Branch.Scope.TryGet(name, out value);

    public string NewUuid() => StableId.Uuid(Execution.Arn, $"{State.Name} {EnteredEventId}", Random.NextInt64());

    public string Describe(string problem) =>
        Test is not null
            ? problem
            : $"An error occurred while executing the state '{State.Name}' (entered at the event id #{EnteredEventId}). "
                + problem;
}

/// <summary>
/// How a visit of a state ended: with an output for the next state, or for the end of the graph, or with an
/// error.
/// </summary>
internal readonly record struct Step(State? Next, Payload? Output, StateError? Error)
{
    public static Step To(State? next, Payload output) => new(next, output, null);

    public static Step Failed(StateError error) => new(null, null, error);
}

/// <summary>The item of an iteration, as the context object shows it.</summary>
/// <param name="Index">The item's index, from 0.</param>
/// <param name="Value">The item.</param>
/// <param name="Outer">The item of the iteration around this one, or null.</param>
internal sealed record MapItem(int Index, JsonElement Value, MapItem? Outer = null)
{
    /// <summary>The indexes from the outermost iteration to this one: <c>[2][0]</c>.</summary>
    public string Indexes => $"{Outer?.Indexes}[{Index}]";
}
