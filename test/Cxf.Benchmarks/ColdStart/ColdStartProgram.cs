using System.Diagnostics;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>A program whose cold start is measured.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Path">The executable.</param>
/// <param name="Event">Makes an event for it.</param>
/// <param name="Environment">Its environment variables.</param>
internal sealed record ColdStartProgram(
    string Name,
    string Path,
    Func<string> Event,
    IReadOnlyDictionary<string, string> Environment
)
{
    private const int WarmEvents = 200;

    /// <summary>What every answer contains. Default: anything will do.</summary>
    public string Expected { get; init; } = "";

    public long Size => new FileInfo(Path).Length;

    /// <summary>Starts the program, hands it its first event and some more, and ends it.</summary>
    public ColdStartSample Measure()
    {
        using var process = new MeasuredProcess(this);
        var resident = 0L;
        var answers = process.Serve(Event, WarmEvents + 1, () => resident = process.PeakKilobytes());
        var warm = answers.Skip(1).Zip(answers, (later, earlier) => later - earlier).Order().ElementAt(WarmEvents / 2);
        return new ColdStartSample(
            Stopwatch.GetElapsedTime(process.Started, process.Api.Connected),
            Stopwatch.GetElapsedTime(process.Started, process.Api.Polled),
            Stopwatch.GetElapsedTime(process.Started, answers[0]),
            Stopwatch.GetElapsedTime(0, warm),
            resident
        );
    }
}
