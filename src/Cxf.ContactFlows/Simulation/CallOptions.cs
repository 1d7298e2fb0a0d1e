namespace Cxf.ContactFlows.Simulation;

/// <summary>The options of a simulated call.</summary>
public sealed record CallOptions
{
    /// <summary>Who calls, and whom.</summary>
    public required SimulatedContact Contact { get; init; }

    /// <summary>Calls a function; see <see cref="InvokeFunction"/>.</summary>
    public required InvokeFunction Invoke { get; init; }

    /// <summary>The caller; by default nobody presses anything. <see cref="CallerScript"/> presses given keys.</summary>
    public AnswerQuestion Caller { get; init; } = static (_, _) => new((string?)null);

    /// <summary>What CheckHoursOfOperation answers.</summary>
    public bool InHours { get; init; } = true;

    /// <summary>
    /// The number from 1 to 100 that DistributeByPercentage draws. Default: 1, by which the first branch is taken.
    /// </summary>
    public int Drawn { get; init; } = 1;

    /// <summary>
    /// The numbers of the queue for CheckMetricData, by their names. Default: agents are there, and nobody waits.
    /// </summary>
    public IReadOnlyDictionary<string, int> Metrics { get; init; } = IdleQueue;

    /// <summary>A queue with an agent and without a contact.</summary>
    public static IReadOnlyDictionary<string, int> IdleQueue { get; } =
        new Dictionary<string, int>
        {
            ["NumberOfAgentsAvailable"] = 1,
            ["NumberOfAgentsStaffed"] = 1,
            ["NumberOfAgentsOnline"] = 1,
            ["NumberOfContactsInQueue"] = 0,
            ["OldestContactInQueueAgeSeconds"] = 0,
        };

    /// <summary>The modules that the contact flow may invoke, by their ids. Default: none.</summary>
    public IReadOnlyDictionary<string, ContactFlow> Modules { get; init; } = new Dictionary<string, ContactFlow>();

    /// <summary>
    /// Values of references that the simulator cannot know, such as <c>$.Customer.FirstName</c>. They go before what it knows.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The results of actions that depend on somebody or something else, such as ShowView; by default none is given.
    /// <see cref="ResultScript"/> gives listed results.
    /// </summary>
    public DecideResult Decide { get; init; } = static _ => null;

    /// <summary>Receives each event as it happens.</summary>
    public Action<CallEvent>? Observer { get; init; }

    /// <summary>Called before each action of the flow and its modules.</summary>
    internal Action<Call, ContactFlow, ContactFlowAction>? Entering { get; init; }

    /// <summary>Called after each action with the label of the branch that it took.</summary>
    internal Action<ContactFlow, ContactFlowAction, string>? Leaving { get; init; }

    /// <summary>The longest time that a Wait really takes; the rest is only counted. Default: no limit.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// Ends when nothing goes on outside the call, such as a flow, that a Wait could be for: then, and when no function is
    /// running, the rest of the Wait is only counted. Default: null, every Wait takes its time.
    /// </summary>
    public Func<CancellationToken, Task>? Settled { get; init; }

    /// <summary>The time that waits and function calls take. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
