using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Contracts;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>A test that expects the flow to run gives it a payload that it takes.</summary>
internal sealed class TestPayload()
    : FlowRule(
        FlowCodes.TestPayload,
        DiagnosticSeverity.Error,
        "A test's payload that breaks the flow's contract.",
        "Such a request is REJECTED before the flow runs, so the test could never pass."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var test in flow.Flow.Tests.Where(test => test.Expect.Status != AnswerStatus.Rejected))
        {
            foreach (
                var problem in flow
                    .Flow.Input.Check(test.Payload, steps => flow.Analysis.Spend(steps))
                    .Problems.Where(problem => !IsOfContract(flow.Flow.Input.Schema, problem))
            )
            {
                Report(
                    flow,
                    test.Pointer + "/payload",
                    $"The payload breaks the flow's contract: {problem}.",
                    "Correct the payload; or expect the status REJECTED with the errorCode PayloadInvalid."
                );
            }
        }
    }

    // A required field that has no schema is the contract's mistake, and reported there.
    private static bool IsOfContract(ContractSchema contract, PayloadProblem problem) =>
        contract.Required.Any(name =>
            !contract.Properties.ContainsKey(name) && problem == new PayloadProblem($"payload.{name}", ValueProblems.Missing)
        );
}
