namespace Cxf.ContactFlows.Simulation;

/// <summary>A call from beginning to end.</summary>
/// <param name="Events">Everything that happened, in order.</param>
/// <param name="End">How it ended.</param>
/// <param name="Duration">How long it took, with the time that menus waited for keys.</param>
/// <param name="Unfinished">Functions that are still running: those whose answer came too late, and asynchronous ones.</param>
public sealed record CallResult(IReadOnlyList<CallEvent> Events, CallEnd End, TimeSpan Duration, IReadOnlyList<Task> Unfinished)
{
    /// <summary>
    /// Whether the call took an expected path: it reached a regular end, and it took only expected branches. Expected branches
    /// are NextAction, conditions, a menu's InputTimeLimitExceeded and NoMatchingCondition, and a comparison's else branch. All
    /// other error branches are unexpected. On a comparison of a function's status ($.External.status or an attribute that it was
    /// copied to), the conditions FAILED and REJECTED and the else branch are unexpected, too. An unexpected branch does not
    /// count if the call returns to the action and then takes an expected branch.
    /// </summary>
    public bool IsExpected => Problem is null;

    /// <summary>The first reason why the path was unexpected; null when it was expected.</summary>
    public string? Problem =>
        Events
            .OfType<CallEvent.BranchTaken>()
            .GroupBy(taken => taken.Action)
            .Select(taken => taken.Last().Branch.Problem is { } problem ? $"{taken.Key}: {problem}" : null)
            .FirstOrDefault(problem => problem is not null)
        ?? (End.IsRegular ? null : $"{End.Action}: {End.Detail}");

    /// <summary>What the caller heard, questions included.</summary>
    public IEnumerable<string> Heard =>
        Events
            .Select(happened =>
                happened switch
                {
                    CallEvent.Said said => said.Text,
                    CallEvent.Asked asked => asked.Text,
                    _ => null,
                }
            )
            .OfType<string>();
}

/// <summary>How a call ended.</summary>
/// <param name="Kind">The kind of end.</param>
/// <param name="Action">The identifier of the last action.</param>
/// <param name="Detail">One sentence part for a person.</param>
public sealed record CallEnd(CallEndKind Kind, string Action, string Detail)
{
    /// <summary>The branch by which a module returns; null where it names none.</summary>
    public string? Result { get; init; }

    /// <summary>Whether the flow's author meant calls to end like this.</summary>
    public bool IsRegular =>
        Kind
            is CallEndKind.Disconnected
                or CallEndKind.HungUp
                or CallEndKind.Transferred
                or CallEndKind.Waiting
                or CallEndKind.FlowEnded
                or CallEndKind.ModuleEnded;
}

/// <summary>The kinds of end.</summary>
public enum CallEndKind
{
    /// <summary>The flow hung up.</summary>
    Disconnected,

    /// <summary>The caller hung up.</summary>
    HungUp,

    /// <summary>The contact went on to a queue, an agent, another flow or a number.</summary>
    Transferred,

    /// <summary>The caller hears prompts until an agent is there.</summary>
    Waiting,

    /// <summary>The flow ended without hanging up.</summary>
    FlowEnded,

    /// <summary>A module ended that no contact flow had invoked.</summary>
    ModuleEnded,

    /// <summary>The call reached an action that is not simulated.</summary>
    NotSimulated,

    /// <summary>An action failed and had no branch for it; Amazon Connect drops such a call.</summary>
    Dropped,

    /// <summary>The call passed more actions than any real call; it is probably in a loop.</summary>
    TooLong,
}
