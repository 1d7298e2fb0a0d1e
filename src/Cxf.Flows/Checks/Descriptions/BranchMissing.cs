using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>A failure that the API documents as an answer of its own has a branch.</summary>
internal sealed class BranchMissing()
    : FlowRule(
        FlowCodes.BranchMissing,
        DiagnosticSeverity.Info,
        "A documented failure that no branch takes.",
        "That something does not exist, or exists already, is an answer that a caller can be told; without a branch the "
            + "flow fails."
    )
{
    // What is an answer rather than a fault: the resource does not exist, or is in the way.
    private static readonly (int Status, string Code, string Words)[] Answers =
    [
        (404, nameof(ErrorCodes.ApiNotFound), "nothing was found"),
        (410, nameof(ErrorCodes.ApiNotFound), "it no longer exists"),
        (409, nameof(ErrorCodes.ApiRejected), "it conflicts with what exists"),
    ];

    public override void Check(CheckedFlow flow)
    {
        foreach (
            var step in flow.Flow.AllSteps.OfType<RestApiStep>().Where(step => step is { Described: not null, IsUndo: false })
        )
        {
            Check(flow, step, step.Described!);
        }
    }

    private void Check(CheckedFlow flow, RestApiStep step, ApiOperation operation)
    {
        foreach (
            var (status, code, words) in Answers
                .Where(answer => operation.Answers.Any(one => one.Number == answer.Status))
                .DistinctBy(answer => answer.Code)
        )
        {
            if (!step.OnError.Any(branch => branch.ErrorCode == code || branch.ErrorCode == ErrorBranch.Any))
            {
                Report(
                    flow,
                    step.Pointer,
                    $"The API documents {status} for {operation} ({words}), and the step has no branch for it.",
                    $"Add \"onError\": {{ \"{code}\": \"STEP\" }} if the caller can be told so."
                );
            }
        }
    }
}
