using Cxf.Documents;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Checks.Calls;

/// <summary>
/// A flow that is run live is live, and a version that is compiled in was published; so are those that such a version runs.
/// </summary>
internal sealed class UnknownChildFlow()
    : FlowRule(
        FlowCodes.ChildFlowUnknown,
        DiagnosticSeverity.Error,
        "A flow that is run but is not live, or a version that was not published.",
        "The step starts the state machine of the other flow's alias, which exists since its first publish, or "
            + "compiles the version's document in."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // That a flow runs itself is a problem of its own.
        foreach (var run in flow.Runs)
        {
            if (run.Version is { } version)
            {
                if (flow.Context?.PinnedFlows is { } pinned && !pinned.ContainsKey(version))
                {
                    Report(
                        flow,
                        run,
                        "version",
                        $"the flow \"{version.Flow}\" has no version {version.Version}.",
                        "Name a version that was published, or leave \"version\" out for whichever is live."
                    );
                }
            }
            else if (
                flow.Context?.LiveFlows is { } live
                && !live.ContainsKey(run.Step.Flow)
                && run.Step.Flow != flow.Flow.Id
                && flow.Document.Lists(Kind.Code)
            )
            {
                Report(
                    flow,
                    run,
                    "flowId",
                    $"the tenant has no live flow \"{run.Step.Flow}\".",
                    live.Count == 0
                        ? "Publish it first."
                        : $"Publish it first. {flow.Document.Suggest(run.Step.Flow.Value, [.. live.Keys.Select(id => id.Value)])}"
                );
            }
        }
    }

    private void Report(CheckedFlow flow, FlowRun run, string member, string problem, string fix)
    {
        if (run.IsInside)
        {
            Report(
                flow,
                run.Outer.Pointer + "/version",
                $"Version {run.Outer.Version} of \"{run.Outer.Flow}\" cannot be compiled in: at {run.Path} {problem}",
                "Publish what it runs, or name a version of it that can be compiled in."
            );
        }
        else
        {
            Report(flow, $"{run.Step.Pointer}/{member}", char.ToUpperInvariant(problem[0]) + problem[1..], fix);
        }
    }
}
