using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Bill;

/// <summary>What several calls answer together stays below what a state can hand on.</summary>
internal sealed class LargeResult() : FlowRule(FlowCodes.LargeResult, DiagnosticSeverity.Warning,
    "Answers that together can pass 256 KiB.",
    "A state's result and a variable hold at most 262,144 bytes; beyond that the run ends with States.DataLimitExceeded, which nothing can catch.")
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var (scope, place, step) in flow.Graph?.Scopes.SelectMany(scope => scope.Steps.Select((step, place) => (scope, place, step))) ?? [])
        {
            var bytes = step is ForEachStep or ParallelStep ? BytesOf(scope, place) : 0;
            if (bytes > ServiceLimits.PayloadBytes)
            {
                ReportName(flow, step.Pointer, $"The result of \"{step.Label}\" gathers whole answers, up to {bytes / 1024:N0} KiB; a state can hand on 256.",
                    "Give the calls in it a \"select\" that keeps what is needed, or end each part with a smaller result.");
            }
        }
    }

    /// <summary>How large the result can get from whole answers; what a "select" keeps is taken for small.</summary>
    private static long BytesOf(ScopeGraph scope, int place) => scope.Steps[place] switch
    {
        RestApiStep { Select: null } => ApiCallAnswer.MaxBytes,
        ForEachStep loop => loop.AtMost * BytesOfEnd(scope.Inner[place][0]),
        ParallelStep => scope.Inner[place].Sum(BytesOfEnd),
        _ => 0,
    };

    private static long BytesOfEnd(ScopeGraph body) =>
        body.Steps.Index().Where(entry => StepFacts.EndsPath(entry.Item)).Max(entry => (long?)BytesOf(body, entry.Index)) ?? 0;
}
