namespace Cxf.StatesLanguage.Service;

/// <summary>Request of operations that take an execution's ARN only.</summary>
/// <param name="ExecutionArn">The execution.</param>
public sealed record ExecutionRequest(string? ExecutionArn);
