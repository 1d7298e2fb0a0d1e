using Cxf.Functions.Runs;

namespace Cxf.Functions.CallApi;

/// <summary>The idempotency key of a compiled step: the run's name, a slash and the step's label.</summary>
internal static class StepKey
{
    /// <summary>The contact for which a step calls; empty where the key is not that of a compiled step.</summary>
    public static string ContactOf(string? key) => RunName.ContactOf((key ?? "").Split('/')[0]) ?? "";
}
