namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of StartExecution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="StartDate">When it started.</param>
public sealed record StartExecutionResult(string ExecutionArn, DateTimeOffset StartDate);
