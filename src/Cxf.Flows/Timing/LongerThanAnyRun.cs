using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Timing;

/// <summary>No path can take longer than a machine may run.</summary>
internal sealed class LongerThanAnyRun()
    : FlowRule(
        FlowCodes.LongerThanAnyRun,
        DiagnosticSeverity.Error,
        "A path that can take longer than a year.",
        "Step Functions ends a STANDARD run after a year (quotas, \"Maximum execution time\")."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow.Timing is { Longest.WorstCase: { } longest } timing && longest > ServiceLimits.StandardDuration)
        {
            ReportName(
                flow,
                "/start",
                $"The path {timing.Longest} can take {Duration.InWords(longest)}.",
                $"Wait less or fewer times; the slowest step is \"{timing.Longest.Slowest!.Slowest}\"."
            );
        }
    }
}
