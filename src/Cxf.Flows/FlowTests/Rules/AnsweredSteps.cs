using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>The flow's own steps that tests answer.</summary>
internal static class AnsweredSteps
{
    /// <summary>Each with its answers.</summary>
    public static IEnumerable<(FlowStep Step, StepAnswers Answers)> In(FlowDefinition flow) =>
        from test in flow.Tests
        from answers in test.Answers
        let step = flow.Find(answers.Label)
        where step is not null && FlowTestMocks.Calls(step)
        select (step, answers);
}
