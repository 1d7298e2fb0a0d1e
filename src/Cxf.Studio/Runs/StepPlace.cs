using System.Globalization;

namespace Cxf.Studio.Runs;

/// <summary>A place in a run that a link leads to: a step, one of its visits, an iteration of a loop, a try of a call.</summary>
/// <param name="Step">The step's label.</param>
/// <param name="Visit">Which of its visits, from 1.</param>
/// <param name="Iteration">The iteration of a loop, from 1; null for the loop itself and for other steps.</param>
/// <param name="Try">The try of its call, from 1; null for the whole step.</param>
internal sealed record StepPlace(string Step, int Visit = 1, int? Iteration = null, int? Try = null)
{
    /// <summary>The place that the parts of a link name; null if they name none.</summary>
    public static StepPlace? Read(string? step, int? visit, int? iteration, int? attempt) =>
        string.IsNullOrEmpty(step) ? null : new StepPlace(step, visit ?? 1, iteration, attempt);

    /// <summary>The query of its link.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"step={Uri.EscapeDataString(Step)}{(Visit > 1 ? $"&visit={Visit}" : "")}")
        + Part("iteration", Iteration)
        + Part("try", Try);

    private static string Part(string name, int? number) =>
        number is { } value ? string.Create(CultureInfo.InvariantCulture, $"&{name}={value}") : "";
}
