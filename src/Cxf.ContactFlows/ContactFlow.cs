namespace Cxf.ContactFlows;

/// <summary>
/// An Amazon Connect contact flow in the current flow language (Version 2019-10-30).
/// https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html
/// </summary>
public sealed class ContactFlow(string startAction, IReadOnlyList<ContactFlowAction> actions)
{
    private readonly Dictionary<string, ContactFlowAction> _byIdentifier = actions.ToDictionary(action => action.Identifier);

    /// <summary>The identifier of the action that every contact begins with.</summary>
    public string StartAction { get; } = startAction;

    /// <summary>All actions in the document's order.</summary>
    public IReadOnlyList<ContactFlowAction> Actions { get; } = actions;

    /// <summary>The action of that identifier; null when a transition leads to one that does not exist.</summary>
    public ContactFlowAction? Find(string identifier) => _byIdentifier.GetValueOrDefault(identifier);
}
