namespace Cxf.ContactFlows.Simulation;

/// <summary>A call from beginning to end.</summary>
/// <param name="Events">Everything that happened, in order.</param>
/// <param name="End">How it ended.</param>
/// <param name="Duration">How long it took, with the time that menus waited for keys.</param>
/// <param name="Unfinished">Functions that are still running: those whose answer came too late, and asynchronous ones.</param>
public sealed record CallResult(IReadOnlyList<CallEvent> Events, CallEnd End, TimeSpan Duration, IReadOnlyList<Task> Unfinished)
{
    /// <summary>
    /// Whether the call took an expected path: it reached a regular end, and it took only expected branches. Expected branches are
    /// NextAction, conditions, a menu's InputTimeLimitExceeded and NoMatchingCondition, and a comparison's else branch. All other
    /// error branches are unexpected. On a comparison of a function's status ($.External.status or an attribute that it was copied
    /// to), the conditions FAILED and REJECTED and the else branch are unexpected, too.
    /// </summary>
    public bool IsExpected => Problem is null;

    /// <summary>The first reason why the path was unexpected; null when it was expected.</summary>
    public string? Problem =>
        Events.OfType<CallEvent.BranchTaken>().Select(taken => taken.Branch.Problem is { } problem ? $"{taken.Action}: {problem}" : null)
            .FirstOrDefault(problem => problem is not null)
        ?? (End.IsRegular ? null : $"{End.Action}: {End.Detail}");

    /// <summary>What the caller heard, questions included.</summary>
    public IEnumerable<string> Heard => Events.Select(happened => happened switch
    {
        CallEvent.Said said => said.Text,
        CallEvent.Asked asked => asked.Text,
        _ => null,
    }).OfType<string>();
}
