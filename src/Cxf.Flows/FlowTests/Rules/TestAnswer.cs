using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>A flow that is called answers or fails; only another system has statuses, and connections to lose.</summary>
internal sealed class TestAnswer()
    : FlowRule(
        FlowCodes.TestAnswer,
        DiagnosticSeverity.Error,
        "Something that cannot be the answer to a call of this step.",
        "A test is meaningful only if the other system could really give its answers."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var (step, answers) in AnsweredSteps.In(flow.Flow))
        {
            Check(flow, step, answers.Answers);
        }
    }

    private void Check(CheckedFlow flow, FlowStep step, AnswerList list)
    {
        foreach (var iteration in list.Iterations)
        {
            Check(flow, step, iteration);
        }

        foreach (var call in list.Calls.Where(call => !Fits(step, call)))
        {
            if (call is StubReply { Age: not null } && step is RestApiStep)
            {
                Report(
                    flow,
                    call.Pointer,
                    $"The step \"{step.Label}\" has no answer of this age.",
                    step is RestApiStep { Fallback: { } fallback }
                        ? $"Its \"fallback\" takes answers up to {fallback.MaxAge.TotalSeconds:0} seconds old."
                        : "Remove \"age\", or give the step a \"fallback\"."
                );
                continue;
            }

            Report(
                flow,
                call.Pointer,
                $"The step \"{step.Label}\" is not answered like this.",
                step is RunFlowStep
                    ? "Another flow answers {\"message\": …, \"outputs\": {…}} or {\"error\": word, \"message\": …}."
                    : "Another system answers a status, {\"status\": …, \"body\": …}, an error code of its own, or not at all."
            );
        }
    }

    private static bool Fits(FlowStep step, StubCall call) =>
        call switch
        {
            StubError error => step is RunFlowStep || ErrorCodes.All.Contains(error.ErrorCode),
            StubRun => step is RunFlowStep,
            StubReply { Age: { } age } => step is RestApiStep { Fallback: { } fallback } && age <= fallback.MaxAge,
            _ => step is RestApiStep,
        };
}
