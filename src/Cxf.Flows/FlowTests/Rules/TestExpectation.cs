using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>What a test expects can be true all at once.</summary>
internal sealed class TestExpectation()
    : FlowRule(
        FlowCodes.TestExpectation,
        DiagnosticSeverity.Error,
        "An expectation that contradicts itself.",
        "Only an answer that is not SUCCEEDED has an error code, only one that is has outputs, and a REJECTED request "
            + "runs no step."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var expect in flow.Flow.Tests.Select(test => test.Expect))
        {
            var succeeds = expect.Status == AnswerStatus.Succeeded;
            if (succeeds && expect.ErrorCode is not null)
            {
                Report(
                    flow,
                    expect.Pointer + "/errorCode",
                    "A flow that succeeds has no error code.",
                    "Remove it, or expect the status FAILED."
                );
            }

            if (!succeeds && expect.Outputs is not null)
            {
                Report(
                    flow,
                    expect.Pointer + "/outputs",
                    $"A flow that is {expect.Status} has no outputs.",
                    "Remove them, or expect the status SUCCEEDED."
                );
            }

            if (expect.Status == AnswerStatus.Rejected && expect.Path?.Count > 0)
            {
                Report(
                    flow,
                    expect.Pointer + "/path",
                    "A request that is REJECTED runs no step.",
                    "Remove the path, or expect another status."
                );
            }
        }
    }
}
