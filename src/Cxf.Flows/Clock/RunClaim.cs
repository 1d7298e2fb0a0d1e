using Cxf.Flows.Model;

namespace Cxf.Flows.Clock;

/// <summary>Whether a flow whose caller waits claims its run: only where doing it twice may do something twice.</summary>
internal static class RunClaim
{
    // What a live flow does is not known here; it may change, and then this flow is not compiled again.
    public static bool IsNeeded(FlowDefinition flow) => flow.AllSteps.Any(step => step is RestApiStep { IsUnsafe: true } or RunFlowStep);
}
