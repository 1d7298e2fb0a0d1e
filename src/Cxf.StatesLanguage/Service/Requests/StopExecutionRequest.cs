namespace Cxf.StatesLanguage.Service;

/// <summary>Request of StopExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="Error">The error it ends with.</param>
/// <param name="Cause">The cause it ends with.</param>
public sealed record StopExecutionRequest(string? ExecutionArn, string? Error = null, string? Cause = null);
