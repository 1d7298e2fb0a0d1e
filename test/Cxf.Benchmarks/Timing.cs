using System.Diagnostics;

namespace Cxf.Benchmarks;

/// <summary>How long an operation takes: the median of several rounds, each of many operations, after a warm-up round.</summary>
/// <param name="Microseconds">The median round's time per operation.</param>
/// <param name="Slowest">The slowest round's time per operation: how noisy the machine was.</param>
/// <param name="Bytes">What one operation allocates on the calling thread.</param>
internal readonly record struct Timing(double Microseconds, double Slowest, long Bytes)
{
    private const int Rounds = 5;

    public static async Task<Timing> OfAsync(int operations, Func<Task> operation)
    {
        var times = new double[Rounds];
        long bytes = 0;
        for (var round = -1; round < Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < operations; i++)
            {
                await operation();
            }

            if (round >= 0)
            {
                times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / operations;
                bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / operations;
            }
        }

        Array.Sort(times);
        return new Timing(times[Rounds / 2], times[^1], bytes);
    }

    public static Task<Timing> OfAsync(int operations, Action operation) =>
        OfAsync(
            operations,
            () =>
            {
                operation();
                return Task.CompletedTask;
            }
        );
}
