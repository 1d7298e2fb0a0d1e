namespace Cxf.Local.Emulators.Lambda;

/// <summary>The line that Lambda ends every invocation's log with.</summary>
internal sealed record InvocationReport(
    string RequestId,
    TimeSpan Duration,
    int MemoryMegabytes,
    long PeakBytes,
    TimeSpan? InitDuration
)
{
    private const double BytesPerMegabyte = 1024 * 1024;

    /// <inheritdoc />
    public override string ToString()
    {
        // With a custom runtime the init phase is billed as well.
        var billed = Math.Ceiling((Duration + (InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);
        var line =
            $"REPORT RequestId: {RequestId}\tDuration: {Duration.TotalMilliseconds:0.00} ms\tBilled Duration: {billed:0} ms"
            + $"\tMemory Size: {MemoryMegabytes} MB\tMax Memory Used: {Math.Ceiling(PeakBytes / BytesPerMegabyte):0} MB";
        return InitDuration is { } init ? line + $"\tInit Duration: {init.TotalMilliseconds:0.00} ms" : line;
    }
}
