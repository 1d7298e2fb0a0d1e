using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Studio.Runs;

/// <summary>What a redrive of a run would do, told before it is done.</summary>
/// <param name="Problem">Why the run cannot be started again; null if it can.</param>
/// <param name="Version">The version that would run: always the one that ran. Null if it is not known.</param>
/// <param name="LiveVersion">The version that is live now; null if none is.</param>
/// <param name="Again">The calls that would be made again, as sentences.</param>
internal sealed record RedrivePlan(string? Problem, int? Version, int? LiveVersion, IReadOnlyList<string> Again)
{
    /// <summary>Whether a newer version would not be used.</summary>
    public bool MissesLive => LiveVersion is not null && Version != LiveVersion;

    /// <summary>The plan for a run.</summary>
    public static RedrivePlan Of(OpenedRun opened, Run run) =>
        new(
            RunActions.RedriveProblem(run),
            run.Version,
            opened.LiveVersion,
            [
                .. opened
                    .Steps.Where(step => step.Outcome is StepOutcome.Failed or StepOutcome.Open && step.Row.Tries > 0)
                    .Select(step => Call(step, opened.PersonalData)),
            ]
        );

    private static string Call(RunStep step, PersonalData personalData)
    {
        var iteration = step.Row.Iteration is { } number ? $", iteration {number + 1} of {step.Holder!.Row.Name}" : "";
        var sent = step.Row.Sent is { } call ? $": {call.Method} {personalData.ShownSentence(call.Url)}" : "";
        var tries = step.Row.Tries == 1 ? "once" : $"{step.Row.Tries} times";
        return $"{step.Row.Name}{iteration}{sent} (tried {tries} before)";
    }
}
