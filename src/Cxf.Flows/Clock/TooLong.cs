namespace Cxf.Flows.Clock;

/// <summary>Why a flow is too long for its caller, and what to do about it.</summary>
internal static class TooLong
{
    public static string Sentence(FlowClock clock) =>
        $"The path {clock.WhenWaiting} can take {Duration.InWords(clock.WhenWaiting.WorstCase)}; a caller who waits "
        + $"leaves {Duration.InWords(clock.Budget)}. "
        + $"The step \"{clock.WhenWaiting.Slowest!.Slowest}\" costs most: "
        + $"{Duration.InWords(clock.WhenWaiting.Slowest.WorstCase)}.";

    public static string Fix(FlowClock clock) =>
        $"Lower \"timeoutSeconds\" or \"retry\" of \"{clock.WhenWaiting.Slowest!.Slowest}\", or do less on this path.";
}
