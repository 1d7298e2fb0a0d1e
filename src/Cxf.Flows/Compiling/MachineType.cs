using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Which type of machine a flow needs, and whether its runs are claimed.</summary>
internal static class MachineType
{
    public static StateMachineType Of(FlowDefinition flow, CompilationTarget target) => flow.Caller switch
    {
        CallerMode.Continues => StateMachineType.Standard,
        CallerMode.Waits => StateMachineType.Express,
        _ => LiveChildren(flow, target).Any(child => child.Type == StateMachineType.Standard) ? StateMachineType.Standard : StateMachineType.Express,
    };

    /// <summary>
    /// Whether running the flow twice may do something twice. An EXPRESS run can be started twice under one name, so such a
    /// flow claims it; a STANDARD run cannot.
    /// </summary>
    public static bool IsUnsafe(FlowDefinition flow, CompilationTarget target) =>
        flow.AllSteps.OfType<RestApiStep>().Any(step => step.IsUnsafe)
        || LiveChildren(flow, target).Any(child => child.ClaimsRuns || child.Type == StateMachineType.Standard)
        || PinnedChildren(flow, target).Any(child => IsUnsafe(child, target));

    private static IEnumerable<LiveChild> LiveChildren(FlowDefinition flow, CompilationTarget target) =>
        flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is null).Select(step => target.LiveFlows[step.Flow])
            .Concat(PinnedChildren(flow, target).SelectMany(child => LiveChildren(child, target)));

    private static IEnumerable<FlowDefinition> PinnedChildren(FlowDefinition flow, CompilationTarget target) =>
        flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is not null)
            .Select(step => target.PinnedFlows[new PinnedVersion(step.Flow, step.Version!.Value)]);
}
