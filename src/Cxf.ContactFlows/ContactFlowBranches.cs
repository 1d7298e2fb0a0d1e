namespace Cxf.ContactFlows;

/// <summary>A branch of a contact flow.</summary>
/// <param name="Action">The identifier of the action.</param>
/// <param name="Label">The label, as a simulated call shows it: <c>= 5</c>, <c>NoMatchingError</c>, <c>NextAction</c>.</param>
public sealed record ContactFlowBranch(string Action, string Label);

/// <summary>The branches that calls can take through a contact flow.</summary>
public static class ContactFlowBranches
{
    /// <summary>
    /// All branches. NextAction of an action with conditions is its else branch, which is an error branch already.
    /// </summary>
    public static IReadOnlyList<ContactFlowBranch> Of(ContactFlow flow) => [.. flow.Actions.SelectMany(Of).Distinct()];

    private static IEnumerable<ContactFlowBranch> Of(ContactFlowAction action)
    {
        var transitions = action.Transitions;
        if (transitions.NextAction is not null && transitions.Conditions.Count == 0)
        {
            yield return new ContactFlowBranch(action.Identifier, TakenBranch.Next.Label);
        }

        foreach (var condition in transitions.Conditions)
        {
            yield return new ContactFlowBranch(action.Identifier, TakenBranch.Label(condition.Operator, condition.Operand));
        }

        foreach (var error in transitions.Errors)
        {
            yield return new ContactFlowBranch(action.Identifier, error.ErrorType);
        }
    }
}
