namespace Cxf.Functions.ExecuteFlow;

/// <summary>One run to be started.</summary>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Name">The run's name, which is also the answer's <c>runId</c>.</param>
/// <param name="Input">The run's input, JSON.</param>
public sealed record RunRequest(string AliasArn, string Name, string Input);
