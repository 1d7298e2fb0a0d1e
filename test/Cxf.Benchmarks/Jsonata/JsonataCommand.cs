using System.Globalization;

namespace Cxf.Benchmarks.Jsonata;

/// <summary><c>jsonata</c>: our engine beside jsonata 2.2.2 on Node, in one run on the same expressions, in turns.</summary>
internal static class JsonataCommand
{
    private const int Runs = 5;

    /// <summary>How long one run of one engine takes at least.</summary>
    private static readonly TimeSpan RunTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Prints the table; the exit code is 1 where a row is not as fast or as lean as it has to be.</summary>
    public static async Task<int> RunAsync()
    {
        var rows = BenchmarkRows.All();
        using var peer = await NodePeer.StartAsync(rows);
        Console.WriteLine(
            $"| {"row", -30} | {"jsonata 2.2.2", 13} | {"ours", 10} | {"ratio", 7} | {"wanted", 6} | {"bytes", 9} | "
                + $"{"at most", 9} |"
        );
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var isShort = false;
        foreach (var row in rows)
        {
            isShort |= !await MeasureAsync(row, peer);
        }

        return isShort ? 1 : 0;
    }

    private static async Task<bool> MeasureAsync(BenchmarkRow row, NodePeer peer)
    {
        using var engine = new OwnEngine(row);
        var (theirs, ours, ratios) = (new double[Runs], new double[Runs], new double[Runs]);
        for (var run = 0; run < Runs; run++)
        {
            theirs[run] = await peer.MeasureAsync(row, RunTime);
            ours[run] = engine.Measure(RunTime);
            ratios[run] = theirs[run] / ours[run];
        }

        var ratio = Median(ratios);
        var bytes = engine.Bytes();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name, -30} | {Median(theirs) / 1000, 10:N1} µs | {Median(ours) / 1000, 7:N2} µs | "
                    + $"{ratio, 6:N1}× | {row.WantedRatio, 5:N0}× | {bytes, 9:N0} | {row.PeerBytes, 9:N0} |"
            )
        );
        return ratio >= row.WantedRatio && bytes < row.PeerBytes;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
