using Cxf.Flows.Analysis;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>
/// Whether running a flow twice may do something twice. An EXPRESS run can be started twice under one name, so such a flow claims
/// it.
/// </summary>
internal static class RunSafety
{
    // What a live flow does may change without this one being compiled again, and of a version that is not known nothing is
    // known.
    public static bool IsUnsafe(FlowDefinition flow, IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned) =>
        MakesUnsafeCalls(flow)
        || FlowRun
            .In(flow, pinned)
            .Any(run =>
                run.Version is not { } version || pinned?.GetValueOrDefault(version) is not { } inner || MakesUnsafeCalls(inner)
            );

    private static bool MakesUnsafeCalls(FlowDefinition flow) =>
        flow.AllSteps.Any(step => step is RestApiStep { IsUnsafe: true });
}
