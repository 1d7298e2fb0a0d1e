using Cxf.ApiCalls;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>A test's answers to a step are such as the step can get: of its kind, and a list for each iteration inside of loops.</summary>
internal static class AnswerListCheck
{
    /// <summary>Reports what does not fit.</summary>
    /// <param name="step">The step.</param>
    /// <param name="list">Its answers, or those of some of its iterations.</param>
    /// <param name="loops">How many loops there are around the calls of this list.</param>
    /// <param name="report">Where to report.</param>
    public static void Run(FlowStep step, AnswerList list, int loops, JsonDocumentReader report)
    {
        if (loops == 0 ? list.Iterations.Count > 0 : list.Calls.Count > 0)
        {
            report.Report(list.Pointer, FlowCodes.TestAnswersMixed,
                loops == 0 ? $"No loop runs \"{step.Label}\" several times, but the list holds lists of answers." : $"A forEach runs \"{step.Label}\" for each item, but the list holds answers of one run.",
                loops == 0 ? "Give the answers themselves, in the order of the calls." : "Give a list for each iteration: [[200], [200, 500]].");
            return;
        }

        foreach (var iteration in list.Iterations)
        {
            Run(step, iteration, loops - 1, report);
        }

        for (var index = 0; index < list.Calls.Count; index++)
        {
            if (!Fits(step, list.Calls[index]))
            {
                report.Report($"{list.Pointer}/{index}", FlowCodes.TestAnswer, $"The step \"{step.Label}\" is not answered like this.", step is RunFlowStep
                    ? "Another flow answers {\"message\": …, \"outputs\": {…}} or {\"error\": word, \"message\": …}."
                    : "Another system answers a status, {\"status\": …, \"body\": …}, an error word of its own, or not at all.");
            }
        }
    }

    /// <summary>A flow that is called answers or fails; only another system has statuses, and connections to lose.</summary>
    private static bool Fits(FlowStep step, CannedCall call) => call switch
    {
        CannedError error => step is RunFlowStep || ErrorWords.All.Contains(error.Word),
        CannedRun => step is RunFlowStep,
        _ => step is RestApiStep,
    };
}
