using Cxf.Flows.Checks;

namespace Cxf.Flows.Compiling;

/// <summary>A live flow as another flow's machine starts it.</summary>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Facts">What the checks of the other flow, and its clock, are told of it.</param>
public sealed record LiveChild(string AliasArn, LiveFlowFacts Facts)
{
    /// <summary>A live flow of which only the machine is known.</summary>
    /// <param name="aliasArn">The state machine's alias.</param>
    /// <param name="type">The machine's type.</param>
    /// <param name="bound">The longest that its run can take (<see cref="CompiledFlow.WorstCase"/>, or its timeout).</param>
    public LiveChild(string aliasArn, StateMachineType type, TimeSpan bound)
        : this(aliasArn, new LiveFlowFacts(type, bound)) { }

    /// <summary>The machine's type.</summary>
    public StateMachineType Type => Facts.Type;

    /// <summary>The longest that its run can take.</summary>
    public TimeSpan Bound => Facts.Bound;
}
