namespace Cxf.StatesLanguage.Service;

/// <summary>Request of operations that take a machine's ARN only.</summary>
/// <param name="StateMachineArn">The machine, or a version of it.</param>
public sealed record StateMachineRequest(string? StateMachineArn);
