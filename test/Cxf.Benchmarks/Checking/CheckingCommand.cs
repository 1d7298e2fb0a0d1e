using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.Reading;
using Cxf.Flows.Timing;
using Cxf.Local.Deployment;
using Cxf.Testing.Shapes;

namespace Cxf.Benchmarks.Checking;

/// <summary>
/// The processor time and memory that reading, checking, costing and compiling a document of each shape takes: what
/// <c>cxf check</c> and PublishFlow do with it before its tests. Each document is measured in a process of its own, which has
/// checked small ones before.
/// </summary>
/// <remarks>
/// A function has its code compiled before it runs, so the limit holds for a process whose just-in-time compiler does its whole
/// work at the first call of a method, which is in the warm-up. The second time is that of a process as <c>dotnet</c> starts it,
/// in which code is compiled again while it is measured.
/// </remarks>
internal static class CheckingCommand
{
    private const int Megabyte = 1 << 20;
    private const int MaxMilliseconds = 2_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["one", var shape, var size])
        {
            return MeasureHere(shape, int.Parse(size, CultureInfo.InvariantCulture));
        }

        var bytes = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Megabyte;
        Console.WriteLine("| shape | bytes | compiled code | first compiled quickly | memory | found |");
        Console.WriteLine("|---|--:|--:|--:|--:|---|");
        var slowest = 0.0;
        foreach (var name in FlowShapes.Names.Where(name => arguments.Length < 2 || name.Contains(arguments[1])))
        {
            var compiled = await MeasureAsync(name, bytes, ("DOTNET_TieredCompilation", "0"));
            var tiered = await MeasureAsync(name, bytes, ("DOTNET_TieredCompilation", "1"));
            Console.WriteLine(
                $"| {name} | {compiled.Bytes} | {compiled.Milliseconds} ms | {tiered.Milliseconds} ms | "
                    + $"{compiled.Memory} | {compiled.Found} |"
            );
            slowest = Math.Max(slowest, compiled.Milliseconds);
        }

        Console.WriteLine($"slowest: {slowest} ms of compiled code");
        return slowest <= MaxMilliseconds ? 0 : 1;
    }

    private static async Task<Measurement> MeasureAsync(string shape, int bytes, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["check", "one", shape, bytes.ToString(CultureInfo.InvariantCulture)]
        )
        {
            RedirectStandardOutput = true,
            Environment = { [variable.Name] = variable.Value },
        };
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using (limit.Token.Register(process.Kill))
        {
            await process.WaitForExitAsync();
        }

        return (await line).Trim().Split('|') is [var length, var milliseconds, var memory, var found]
            ? new Measurement(length, double.Parse(milliseconds, CultureInfo.InvariantCulture), memory, found)
            : new Measurement("", double.PositiveInfinity, "", $"ended with {process.ExitCode}");
    }

    private static int MeasureHere(string shape, int size)
    {
        foreach (var warm in FlowShapes.Names)
        {
            Check(FlowShapes.Of(warm, 4_000));
        }

        var document = Encoding.UTF8.GetBytes(FlowShapes.Of(shape, size));
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var found = Check(Encoding.UTF8.GetString(document));
        process.Refresh();
        var took = process.TotalProcessorTime - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{document.Length:N0}|{took.TotalMilliseconds:0}|{(GC.GetTotalAllocatedBytes() - allocated) / Megabyte} "
                    + $"MB allocated, {process.PeakWorkingSet64 / Megabyte} MB peak|{found}"
            )
        );
        return 0;
    }

    private static string Check(string document)
    {
        var reading = FlowReader.Read(JsonSource.Parse(document));
        if (reading.Flow is { } flow && !flow.AllSteps.OfType<Cxf.Flows.Model.RunFlowStep>().Any())
        {
            var compiled = FlowCompiler.Compile(
                flow,
                new CompilationTarget(TenantId.Parse("acme"), 1, LocalDeployment.FunctionArn("CallApi"))
            );
            var costs = FlowPathCosts.Of(flow, FlowTiming.Of(flow));
            return $"{flow.AllSteps.Count()} steps, {compiled.Definition.Length:N0} bytes compiled, {costs.Paths.Count} paths";
        }

        return $"{reading.Diagnostics.Count} diagnostics: "
            + $"{string.Join(", ", reading.Diagnostics.Select(one => one.Code).Distinct().Take(6))}";
    }

    private sealed record Measurement(string Bytes, double Milliseconds, string Memory, string Found);
}
