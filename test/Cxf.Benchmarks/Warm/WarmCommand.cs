using System.Diagnostics;
using Cxf.Benchmarks.ColdStart;

namespace Cxf.Benchmarks.Warm;

/// <summary>
/// <c>warm [events]</c>: the deployed executable, held to one core while the servers have the other; events one after the other,
/// as one Lambda environment takes them. Needs Linux with two cores and <c>taskset</c>.
/// </summary>
internal static class WarmCommand
{
    private const int DefaultEvents = 2_000;
    private const int WarmUpEvents = 500;
    private const int Rounds = 5;
    private const string FunctionCore = "1";
    private const nint ServersCores = 0b01;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var events = arguments.Length > 0 ? int.Parse(arguments[0]) : DefaultEvents;
        var executable = ColdStartCommand.Publish().Functions;
        await using var servers = await ExecuteFlowServers.StartAsync();
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Processes are held to one core by Linux only.");
        }

        using (var self = Process.GetCurrentProcess())
        {
            self.ProcessorAffinity = ServersCores;
        }

        Console.WriteLine(
            $"{"", -24}{"per second", 12}{"us", 8}{"us of CPU", 11}{"in our code and the SDK", 25}"
                + $"{"in the kernel", 15}{"events per core", 17}"
        );
        Measure(
            new ColdStartProgram("ExecuteFlow, STANDARD", executable, servers.NextEvent, servers.Environment)
            {
                Expected = ExecuteFlowServers.Started,
            },
            events
        );
        Measure(
            new ColdStartProgram("CallApi", executable, servers.NextCall, servers.CallApiEnvironment)
            {
                Expected = "\"status\":20",
            },
            events
        );
        Console.WriteLine();
        await OwnCode.PrintAsync();
        return 0;
    }

    private static void Measure(ColdStartProgram program, int events)
    {
        using var process = new MeasuredProcess(program, null, "taskset", "-c", FunctionCore);
        process.Serve(program.Event, WarmUpEvents);
        var rounds = new List<(double Elapsed, double User, double Kernel)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (before, start) = (ProcessorTime.Of(process.Id), Stopwatch.GetTimestamp());
            process.Serve(program.Event, events);
            var (after, elapsed) = (ProcessorTime.Of(process.Id), Stopwatch.GetElapsedTime(start));
            rounds.Add(
                (
                    elapsed.TotalMicroseconds / events,
                    (after.User - before.User).TotalMicroseconds / events,
                    (after.Kernel - before.Kernel).TotalMicroseconds / events
                )
            );
        }

        var median = rounds.OrderBy(round => round.Elapsed).ElementAt(Rounds / 2);
        var processor = median.User + median.Kernel;
        Console.WriteLine(
            $"{program.Name, -24}{1e6 / median.Elapsed, 12:0}{median.Elapsed, 8:0}{processor, 11:0}{median.User, 25:0}"
                + $"{median.Kernel, 15:0}{1e6 / processor, 17:0}"
        );
    }
}
