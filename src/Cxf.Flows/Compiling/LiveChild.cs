namespace Cxf.Flows.Compiling;

/// <summary>A live flow as another flow's machine starts it.</summary>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Type">The machine's type.</param>
/// <param name="Bound">The longest that its run can take (<see cref="CompiledFlow.WorstCase"/>, or its timeout); the same as the checks are told.</param>
public sealed record LiveChild(string AliasArn, StateMachineType Type, TimeSpan Bound);
