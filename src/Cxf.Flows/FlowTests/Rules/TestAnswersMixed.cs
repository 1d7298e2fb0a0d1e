using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>Inside of loops there is a list of answers for each iteration, and only there.</summary>
internal sealed class TestAnswersMixed()
    : FlowRule(
        FlowCodes.TestAnswersMixed,
        DiagnosticSeverity.Error,
        "Answers and lists of answers in one list, or lists of another depth than the loops around the step.",
        "Iterations may overlap, so each has its own answers; a step outside of loops has one list."
    )
{
    public override void Check(CheckedFlow flow)
    {
        var around = new Dictionary<FlowStep, int>(ReferenceEqualityComparer.Instance);
        CountLoops(flow.Flow.Body, 0, around);
        foreach (var (step, answers) in AnsweredSteps.In(flow.Flow))
        {
            Check(flow, step, answers.Answers, around[step]);
        }
    }

    /// <summary>How many loops there are around each step.</summary>
    private static void CountLoops(StepScope scope, int loops, Dictionary<FlowStep, int> around)
    {
        foreach (var step in scope.Steps)
        {
            around[step] = loops;
            foreach (var body in step.Bodies)
            {
                CountLoops(body, loops + (step is ForEachStep ? 1 : 0), around);
            }
        }
    }

    private void Check(CheckedFlow flow, FlowStep step, AnswerList list, int loops)
    {
        if (loops == 0 && list.Iterations.Count > 0)
        {
            Report(
                flow,
                list.Pointer,
                $"No loop runs \"{step.Label}\" several times, but the list holds lists of answers.",
                "Give the answers themselves, in the order of the calls."
            );
        }
        else if (loops > 0 && list.Calls.Count > 0)
        {
            Report(
                flow,
                list.Pointer,
                $"A forEach runs \"{step.Label}\" for each item, but the list holds the answers of one run.",
                "Give a list for each iteration: [[200], [500, 200]]."
            );
        }
        else
        {
            foreach (var iteration in list.Iterations)
            {
                Check(flow, step, iteration, loops - 1);
            }
        }
    }
}
