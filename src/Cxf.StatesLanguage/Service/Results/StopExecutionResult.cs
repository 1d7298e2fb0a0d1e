namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of StopExecution.</summary>
/// <param name="StopDate">When it was stopped.</param>
public sealed record StopExecutionResult(DateTimeOffset StopDate);
