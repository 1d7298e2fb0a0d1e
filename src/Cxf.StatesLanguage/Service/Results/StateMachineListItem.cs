namespace Cxf.StatesLanguage.Service;

/// <summary>An entry of ListStateMachines.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record StateMachineListItem(
    string StateMachineArn, string Name, StateMachineType Type, DateTimeOffset CreationDate);
