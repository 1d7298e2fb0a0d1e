namespace Cxf.ContactFlows.Simulation;

/// <summary>A call from beginning to end.</summary>
/// <param name="Events">Everything that happened, in order.</param>
/// <param name="End">How it ended.</param>
/// <param name="Duration">How long it took, with the time that menus waited for keys.</param>
/// <param name="Unfinished">Functions that still run: ones whose answer came too late to be heard, and asynchronous ones.</param>
public sealed record CallResult(IReadOnlyList<CallEvent> Events, CallEnd End, TimeSpan Duration, IReadOnlyList<Task> Unfinished)
{
    /// <summary>
    /// Whether the call ended on a branch that the contact flow foresees for its input: it reached a regular end, and every way
    /// it took was foreseen. Foreseen are NextAction, conditions, a menu's InputTimeLimitExceeded and NoMatchingCondition, and
    /// a comparison's else branch. Not foreseen are every other error branch, and, on a comparison of a function's status
    /// ($.External.status or an attribute that it was copied to), the conditions FAILED and REJECTED and the else branch.
    /// </summary>
    public bool IsExpected => Problem is null;

    /// <summary>The first reason why the call did not go as the flow foresees; null when it did.</summary>
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
