using System.Diagnostics;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>A program whose cold start is measured.</summary>
internal sealed record ColdStartProgram(string Name, string Path, Func<string> Event, IReadOnlyDictionary<string, string> Environment)
{
    private const int WarmEvents = 200;

    public long Size => new FileInfo(Path).Length;

    /// <summary>Starts the program, hands it its first event and some more, and ends it.</summary>
    public ColdStartSample Measure()
    {
        using var api = new RuntimeApiStub();
        var start = new ProcessStartInfo(Path) { WorkingDirectory = System.IO.Path.GetDirectoryName(Path) };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var resident = 0L;
            var answers = api.Serve(Event, WarmEvents + 1, () => resident = Resident(process.Id));
            var warm = answers.Skip(1).Zip(answers, (later, earlier) => later - earlier).Order().ElementAt(WarmEvents / 2);
            return new ColdStartSample(
                Stopwatch.GetElapsedTime(started, answers[0]), Stopwatch.GetElapsedTime(0, warm), resident);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    // The peak, as the kernel has counted it.
    private static long Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? long.Parse(kilobytes)
            : 0;
}
