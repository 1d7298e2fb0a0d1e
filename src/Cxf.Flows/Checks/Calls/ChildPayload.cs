using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>The payload for another flow meets that flow's contract, as far as the document shows it.</summary>
internal sealed class ChildPayload()
    : FlowRule(
        FlowCodes.ChildPayload,
        DiagnosticSeverity.Error,
        "A payload that breaks the contract of the flow it is for.",
        "Nothing checks or converts it when the flow runs: the other flow would find text where its expressions count "
            + "on a number, or nothing at all."
    )
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public override void Check(CheckedFlow flow)
    {
        foreach (var run in flow.Runs.Where(run => !run.IsInside))
        {
            if (ContractOf(run, flow.Context) is { } contract)
            {
                var payload = run.Step.Payload ?? new FlowValue(Nothing, run.Step.Pointer);
                foreach (var (pointer, problem) in PayloadFit.Problems(contract.Schema, payload, flow))
                {
                    Report(
                        flow,
                        pointer,
                        $"For the flow \"{run.Step.Flow}\" {problem.Field} {problem.Message}.",
                        "Give what that flow's contract asks for; nothing is converted on the way, so a number must "
                            + "be one (\"{% $number(…) %}\")."
                    );
                }
            }
        }
    }

    private static InputContract? ContractOf(FlowRun run, FlowContext? context) =>
        run.Version is { } version
            ? context?.PinnedFlows?.GetValueOrDefault(version)?.Input
            : context?.LiveFlows?.GetValueOrDefault(run.Step.Flow)?.Input;
}
