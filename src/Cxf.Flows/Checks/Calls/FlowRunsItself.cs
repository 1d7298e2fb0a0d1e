using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>
/// No flow is run by itself, directly or through versions that are compiled in; the way by live flows is found where they are
/// published.
/// </summary>
internal sealed class FlowRunsItself()
    : FlowRule(
        FlowCodes.FlowRunsItself,
        DiagnosticSeverity.Error,
        "A flow that runs itself.",
        "Every run would start the next one and wait for it; a version that is compiled into itself has no end as a "
            + "machine either."
    )
{
    private const string Fix = "Repeat steps by a loop that counts its rounds, or by \"forEach\".";

    public override void Check(CheckedFlow flow)
    {
        foreach (var run in flow.Runs.Where(run => run.Version is null && run.Step.Flow == flow.Flow.Id))
        {
            Report(
                flow,
                run.Outer.Pointer + (run.IsInside ? "/version" : "/flowId"),
                run.IsInside
                    ? $"Version {run.Outer.Version} of \"{run.Outer.Flow}\" runs this flow ({run.Path})."
                    : "The flow runs itself.",
                Fix
            );
        }

        foreach (var way in flow.CompiledIn.GroupBy(one => one.Run.Outer, one => Round(one.Run, one.Flow, flow)))
        {
            if (way.FirstOrDefault(round => round is not null) is { } round)
            {
                Report(flow, way.Key.Pointer + "/version", round, Fix);
            }
        }
    }

    private static string? Round(FlowRun run, FlowDefinition inner, CheckedFlow flow) =>
        flow.RunsOf(inner).FirstOrDefault(again => again.Version == run.Version) is { } again
            ? $"Version {run.Step.Version} of \"{run.Step.Flow}\" compiles itself in ({run.Path} → {again.Path})."
            : null;
}
