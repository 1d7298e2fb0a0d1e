namespace Cxf.Flows.Timing;

/// <summary>Why a flow is too long for its caller, and what to do about it.</summary>
internal static class TooLong
{
    public static string Sentence(FlowTiming timing) =>
        $"The path {timing.WhenWaiting} can take {Duration.InWords(timing.WhenWaiting.WorstCase)}; a caller who waits "
        + $"leaves {Duration.InWords(timing.Budget)}. "
        + $"The slowest step is \"{timing.WhenWaiting.Slowest!.Slowest}\": "
        + $"{Duration.InWords(timing.WhenWaiting.Slowest.WorstCase)}.";

    public static string Fix(FlowTiming timing) =>
        $"Lower \"timeoutSeconds\" or \"retry\" of \"{timing.WhenWaiting.Slowest!.Slowest}\", or do less on this path.";
}
