namespace Cxf.Flows.Compiling;

/// <summary>A live flow as another flow's machine starts it.</summary>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Type">The machine's type.</param>
/// <param name="TimeoutSeconds">After how many seconds the machine gives up.</param>
/// <param name="ClaimsRuns">Whether it makes calls that must not be made twice, and so claims its runs.</param>
public sealed record LiveChild(string AliasArn, StateMachineType Type, int TimeoutSeconds, bool ClaimsRuns);
