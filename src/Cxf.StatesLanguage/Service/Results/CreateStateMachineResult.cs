namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of CreateStateMachine.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="StateMachineVersionArn">The version, where one was published.</param>
public sealed record CreateStateMachineResult(
    string StateMachineArn, DateTimeOffset CreationDate, string? StateMachineVersionArn);
