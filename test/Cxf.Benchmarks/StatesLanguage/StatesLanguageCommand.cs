using System.Globalization;
using System.Reflection;

namespace Cxf.Benchmarks.StatesLanguage;

/// <summary><c>states</c>: our Step Functions engine beside npm aws-local-stepfunctions 3.0.0, in one run, in turns.</summary>
internal static class StatesLanguageCommand
{
    private const int Rounds = 5;
    private const int FullHistoryGoal = 5;
    private const int NoHistoryGoal = 10;

    // Long enough that every round has its share of the collections of what is kept.
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Prints the tables; the exit code is 1 if a machine is less than five times as fast as with the peer with a full history,
    /// or less than ten times without one.
    /// </summary>
    public static async Task<int> RunAsync()
    {
        using var peer = NodeStepFunctions.Start(Path.Combine(Root, "test", "npm", "aws-local-stepfunctions"));
        using var full = new OwnStepFunctions(keepHistory: true);
        using var bare = new OwnStepFunctions(keepHistory: false);
        Print($"The services keep {OwnStepFunctions.Kept:N0} ended executions before the first round.");
        Print("");
        var isShort = false;
        Print("| machine | peer, exec/s | full history | ratio (processor) | no history | ratio (processor) | in JSONata |");
        Print("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var machine in BenchmarkMachine.All)
        {
            isShort |= !await MeasureAsync(machine, peer, full, bare);
        }

        Print("");
        PrintByKept();
        Print("");
        Print("| states in the machine | µs per state |");
        Print("|--:|--:|");
        foreach (var states in (int[])[10, 100, 1_000])
        {
            var rate = full.Measure(BenchmarkMachine.Chain(states, ""), "{}", RoundTime);
            Print(
                string.Create(CultureInfo.InvariantCulture, $"| {states} | {1_000_000 / rate.PerProcessorSecond / states:F2} |")
            );
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

    private static async Task<bool> MeasureAsync(
        BenchmarkMachine machine,
        NodeStepFunctions peer,
        OwnStepFunctions full,
        OwnStepFunctions bare
    )
    {
        var (theirs, withHistory, without, jsonata) = (new Rate[Rounds], new Rate[Rounds], new Rate[Rounds], new Rate[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            theirs[round] = await peer.MeasureAsync(machine, RoundTime);
            withHistory[round] = full.Measure(machine.Definition, machine.Input, RoundTime);
            without[round] = bare.Measure(machine.Definition, machine.Input, RoundTime);
            jsonata[round] = full.Measure(machine.JsonataDefinition, machine.Input, RoundTime);
        }

        var (peerRate, fullRate, bareRate) = (Rate.MedianOf(theirs), Rate.MedianOf(withHistory), Rate.MedianOf(without));
        Print(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {machine.Name} | {peerRate.PerSecond:N0} | {fullRate.PerSecond:N0} | {Ratio(fullRate, peerRate)} | "
                    + $"{bareRate.PerSecond:N0} | {Ratio(bareRate, peerRate)} | {Rate.MedianOf(jsonata).PerSecond:N0} |"
            )
        );
        return fullRate.PerProcessorSecond >= FullHistoryGoal * peerRate.PerProcessorSecond
            && bareRate.PerProcessorSecond >= NoHistoryGoal * peerRate.PerProcessorSecond;
    }

    private static string Ratio(Rate ours, Rate theirs) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ours.PerSecond / theirs.PerSecond:F1}× ({ours.PerProcessorSecond / theirs.PerProcessorSecond:F1}×)"
        );

    /// <summary>What one execution costs when few or many are kept, measured in turns.</summary>
    private static void PrintByKept()
    {
        Print("| kept executions | µs of processor time per execution, full history |");
        Print("|--:|--:|");
        var machine = BenchmarkMachine.All[0];
        var services = ((int[])[1_000, 10_000, OwnStepFunctions.Kept])
            .Select(kept => (Kept: kept, Service: new OwnStepFunctions(keepHistory: true, kept), Times: new Rate[Rounds]))
            .ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, service, times) in services)
            {
                times[round] = service.Measure(machine.Definition, machine.Input, RoundTime);
            }
        }

        foreach (var (kept, service, times) in services)
        {
            Print(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kept:N0} | {1_000_000 / Rate.MedianOf(times).PerProcessorSecond:F2} |"
                )
            );
            service.Dispose();
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
