using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>One visit of a state: what its fields are evaluated against.</summary>
internal sealed class StateRun(BranchRun branch, State state, Payload input)
{
    private Payload? _context;
    private int _retryCount;

    public BranchRun Branch { get; } = branch;

    public ExecutionRun Execution => Branch.Execution;

    public State State { get; } = state;

    public Payload Input { get; } = input;

    /// <summary>Id of the event that entered the state.</summary>
    public long EnteredEventId { get; init; }

    /// <summary>The event before that one.</summary>
    public long BeforeEntryEventId { get; init; }

    public DateTimeOffset EnteredTime { get; init; }

    /// <summary>How often the state's work was tried again.</summary>
    public int RetryCount
    {
        get => _retryCount;
        set
        {
            _retryCount = value;
            _context = null;
        }
    }

    /// <summary>The item whose ItemSelector is being evaluated; else that of the iteration the state runs in.</summary>
    public MapItem? Item
    {
        get => _selecting ?? Branch.Item;
        set
        {
            _selecting = value;
            _context = null;
        }
    }

    private MapItem? _selecting;

    /// <summary>What the state's work gave; set while Output and Assign are evaluated.</summary>
    public Payload? Result { get; set; }

    /// <summary>The error that was caught; set while a catcher's Output and Assign are evaluated.</summary>
    public Payload? ErrorOutput { get; set; }

    /// <summary>The context object.</summary>
    public Payload Context => _context ??= ContextObject.Write(this);

    /// <summary>The start of AWS's causes.</summary>
    public string Describe(string problem) =>
        $"An error occurred while executing the state '{State.Name}' (entered at the event id #{EnteredEventId}). {problem}";

    /// <summary>The exception for a problem that ends the execution.</summary>
    public StateFailedException RuntimeError(string problem) => new(new StateError(ErrorNames.Runtime, Describe(problem)));
}
