using System.Globalization;
using System.Reflection;

namespace Cxf.Benchmarks.StatesLanguage;

/// <summary><c>states</c>: our Step Functions engine beside npm aws-local-stepfunctions 3.0.0, in one run, in turns.</summary>
internal static class StatesLanguageCommand
{
    private const int Rounds = 5;

    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Prints the tables; the exit code is 1 where we are not ahead with a full history, or not twice as fast
    /// without.</summary>
    public static async Task<int> RunAsync()
    {
        using var peer = NodeStepFunctions.Start(Path.Combine(Root, "test", "npm", "aws-local-stepfunctions"));
        var isShort = false;
        Print("| machine | peer, exec/s | ours, full history | ratio | ours, no history | ratio | ours in JSONata |");
        Print("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var machine in BenchmarkMachine.All)
        {
            isShort |= !await MeasureAsync(machine, peer);
        }

        Print("");
        Print("| states in the machine | µs per state |");
        Print("|--:|--:|");
        foreach (var states in (int[])[10, 100, 1_000])
        {
            var perSecond = OwnStepFunctions.Measure(BenchmarkMachine.Chain(states, ""), "{}", keepHistory: true, RoundTime);
            Print(string.Create(CultureInfo.InvariantCulture, $"| {states} | {1_000_000 / perSecond / states:F2} |"));
        }

        Print("");
        Print(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{OwnStepFunctions.BytesPerWaiting():N0} bytes per waiting execution, 10,000 at once."
            )
        );
        return isShort ? 1 : 0;
    }

    private static string Root =>
        typeof(StatesLanguageCommand)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "CxfRoot")
            .Value!;

    private static async Task<bool> MeasureAsync(BenchmarkMachine machine, NodeStepFunctions peer)
    {
        var (theirs, full, bare, jsonata) = (new double[Rounds], new double[Rounds], new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            theirs[round] = await peer.MeasureAsync(machine, RoundTime);
            full[round] = OwnStepFunctions.Measure(machine.Definition, machine.Input, keepHistory: true, RoundTime);
            bare[round] = OwnStepFunctions.Measure(machine.Definition, machine.Input, keepHistory: false, RoundTime);
            jsonata[round] = OwnStepFunctions.Measure(machine.JsonataDefinition, machine.Input, keepHistory: true, RoundTime);
        }

        var (peerRate, fullRate, bareRate) = (Median(theirs), Median(full), Median(bare));
        Print(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {machine.Name} | {peerRate:N0} | {fullRate:N0} | {fullRate / peerRate:F1}× | {bareRate:N0} | "
                    + $"{bareRate / peerRate:F1}× | {Median(jsonata):N0} |"
            )
        );
        return fullRate > peerRate && bareRate >= 2 * peerRate;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static void Print(string line) => Console.WriteLine(line);
}
