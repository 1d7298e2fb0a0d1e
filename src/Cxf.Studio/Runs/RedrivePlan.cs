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
    /// <summary>Where the run goes on.</summary>
    public required string Place { get; init; }

    /// <summary>Whether one of the calls may change something a second time.</summary>
    public required bool MayRepeatChanges { get; init; }

    /// <summary>Whether a newer version would not be used.</summary>
    public bool MissesLive => LiveVersion is not null && Version != LiveVersion;

    /// <summary>The plan for a run.</summary>
    public static RedrivePlan Of(OpenedRun opened, Run run)
    {
        var again = opened
            .Steps.Where(step => step.Outcome is StepOutcome.Failed or StepOutcome.Open && step.Row.Tries > 0)
            .ToList();
        return new RedrivePlan(
            RunActions.RedriveProblem(run),
            run.Version,
            opened.LiveVersion,
            [.. again.Select(step => Call(step, opened.PersonalData))]
        )
        {
            Place = RunActions.PlaceOf(run),
            MayRepeatChanges = again.Exists(step => step.Row.Sent?.Method is not ("GET" or "HEAD")),
        };
    }

    /// <summary>What came of a redrive, once the run has ended again; null before.</summary>
    /// <param name="run">The run.</param>
    /// <param name="before">How often it had been started again before.</param>
    public static string? OutcomeOf(Run run, int before) =>
        run.Redrives <= before || run.Status == "RUNNING" ? null
        : run.Status == "SUCCEEDED" ? "The run was started again and has succeeded."
        : $"The run was started again and has not succeeded: {run.Error ?? run.Status}.";

    private static string Call(RunStep step, PersonalData personalData)
    {
        var iteration = step.Row.Iteration is { } number ? $", iteration {number + 1} of {step.Holder!.Row.Name}" : "";
        var sent = step.Row.Sent is { } call ? $": {call.Method} {personalData.ShownSentence(call.Url)}" : "";
        var tries = step.Row.Tries == 1 ? "once" : $"{step.Row.Tries} times";
        return $"{step.Row.Name}{iteration}{sent} (tried {tries} before)";
    }
}
