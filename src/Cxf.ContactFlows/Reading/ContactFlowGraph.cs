namespace Cxf.ContactFlows.Reading;

/// <summary>
/// Checks what only the whole flow shows: double names, targets that do not exist, actions that nothing reaches.
/// </summary>
internal static class ContactFlowGraph
{
    /// <param name="start">The StartAction.</param>
    /// <param name="actions">The actions that could be read.</param>
    /// <param name="elements">
    /// How many elements Actions has; when some could not be read, nothing can be said about reachability.
    /// </param>
    /// <param name="problems">Takes what is found.</param>
    public static void Check(string? start, IReadOnlyList<ContactFlowAction> actions, int elements, ContactFlowProblems problems)
    {
        var byIdentifier = new Dictionary<string, ContactFlowAction>();
        foreach (var action in actions)
        {
            if (!byIdentifier.TryAdd(action.Identifier, action))
            {
                problems.Fatal(
                    ContactFlowCodes.DuplicateIdentifier,
                    action.Identifier,
                    action.Pointer + "/Identifier",
                    $"The action at {byIdentifier[action.Identifier].Pointer} has the same identifier.",
                    "Rename one of them and its transitions."
                );
            }
        }

        var known = new HashSet<string>(byIdentifier.Keys);
        if (start is null || !known.Contains(start))
        {
            problems.Fatal(
                ContactFlowCodes.UnknownTarget,
                null,
                "/StartAction",
                start is null
                    ? "The flow has no StartAction."
                    : $"The flow starts with \"{start}\", but there is no such action.",
                "Name the first action."
            );
        }

        foreach (var action in actions)
        {
            foreach (var (target, location) in Targets(action))
            {
                if (!known.Contains(target))
                {
                    problems.Error(
                        ContactFlowCodes.UnknownTarget,
                        action.Identifier,
                        location,
                        $"The transition leads to \"{target}\", but there is no such action.",
                        "Name an action of this flow."
                    );
                }
            }
        }

        if (start is not null && elements == actions.Count)
        {
            ReportUnreached(start, byIdentifier, problems);
        }
    }

    private static void ReportUnreached(
        string start,
        Dictionary<string, ContactFlowAction> byIdentifier,
        ContactFlowProblems problems
    )
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var identifier))
        {
            if (byIdentifier.TryGetValue(identifier, out var action) && reached.Add(identifier))
            {
                foreach (var (target, _) in Targets(action))
                {
                    open.Push(target);
                }
            }
        }

        foreach (var action in byIdentifier.Values.Where(action => !reached.Contains(action.Identifier)))
        {
            problems.Warning(
                ContactFlowCodes.Unreachable,
                action.Identifier,
                action.Pointer,
                "No path leads to this action.",
                "Connect it or delete it."
            );
        }
    }

    private static IEnumerable<(string Target, string Location)> Targets(ContactFlowAction action)
    {
        if (action.Transitions.NextAction is { } next)
        {
            yield return (next, action.Pointer + "/Transitions/NextAction");
        }

        foreach (var condition in action.Transitions.Conditions)
        {
            yield return (condition.NextAction, condition.Pointer + "/NextAction");
        }

        foreach (var error in action.Transitions.Errors)
        {
            yield return (error.NextAction, error.Pointer + "/NextAction");
        }
    }
}
