using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// <c>called-at-start</c>: writes src/Cxf.Functions/CalledAtStart.txt, the methods that ExecuteFlow and CallApi call up to their
/// first answers. The compiler puts them side by side, so that a cold start reads and maps few pages of the executable. A name
/// that no longer exists does no harm. Needs Linux on x64, <c>clang</c> and <c>nm</c>.
/// </summary>
internal static class CalledAtStartCommand
{
    // Threads take turns differently in each start.
    private const int Starts = 5;

    // The answers after the first come from caches.
    private const int Events = 3;

    public static async Task<int> RunAsync()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new PlatformNotSupportedException(
                "Calls are watched on Linux on x64 only. The list serves other processors too."
            );
        }

        var executable = ColdStartCommand.PublishFunctions();
        var folder = Path.GetDirectoryName(executable)!;
        var watcher = CompileWatcher(folder);
        var methods = Path.Combine(folder, "bootstrap.methods");
        var symbols = Symbols(ColdStartCommand.FunctionsProject("bin/Release/net10.0/linux-x64/native/bootstrap.dbg"));
        await File.WriteAllLinesAsync(methods, symbols.Select(method => $"{method.Key} {method.First()}"));
        await using var servers = await ExecuteFlowServers.StartAsync();
        ColdStartProgram[] programs =
        [
            new("ExecuteFlow", executable, servers.NextEvent, servers.Environment) { Expected = ExecuteFlowServers.Started },
            new("CallApi", executable, servers.NextCall, servers.CallApiEnvironment) { Expected = "\"status\":20" },
        ];
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            for (var start = 0; start < Starts; start++)
            {
                called.UnionWith(CalledBy(program, watcher, methods));
            }

            Console.WriteLine($"{called.Count} of {symbols.Count} methods with {program.Name}");
        }

        // Some have a second name, which the runtime calls them by. The compiler knows one of the two.
        var names = symbols.Where(method => called.Contains(method.First())).SelectMany(method => method);
        await File.WriteAllLinesAsync(
            ColdStartCommand.FunctionsProject("CalledAtStart.txt"),
            names.Distinct().Order(StringComparer.Ordinal)
        );
        return 0;
    }

    private static string[] CalledBy(ColdStartProgram program, string watcher, string methods)
    {
        var called = Path.ChangeExtension(methods, ".called");
        using (var process = new MeasuredProcess(program, null, watcher, methods, called))
        {
            process.Serve(program.Event, Events);
        }

        return File.ReadAllLines(called) is { Length: > 0 } names
            ? names
            : throw new InvalidOperationException($"No call of {program.Name} was seen.");
    }

    private static string CompileWatcher(string folder)
    {
        var watcher = Path.Combine(folder, "first-calls");
        var source = Path.Combine(ColdStartCommand.ProjectFolder(), "ColdStart", "first-calls.c");
        using var clang = Process.Start("clang", ["-O2", "-Wall", "-Werror", "-o", watcher, source]);
        clang.WaitForExit();
        return clang.ExitCode == 0 ? watcher : throw new InvalidOperationException("clang does not compile first-calls.c.");
    }

    // Lines such as "00000000004b4f34 t S_P_CoreLib_System_String__Concat". Returns names by address, of those between the two
    // symbols that mark the section of compiled methods.
    private static List<IGrouping<string, string>> Symbols(string file)
    {
        using var nm = Process.Start(new ProcessStartInfo("nm", ["-n", file]) { RedirectStandardOutput = true })!;
        var symbols = new List<(string Address, string Name)>();
        while (nm.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var address, "t" or "T", var name])
            {
                symbols.Add((address, name));
            }
        }

        const string StartMark = "__start___managedcode";
        var (start, stop) = (AddressOf(StartMark), AddressOf("__stop___managedcode"));
        return symbols
            .Where(symbol => string.CompareOrdinal(symbol.Address, start) >= 0)
            .Where(symbol => string.CompareOrdinal(symbol.Address, stop) < 0)
            .Where(symbol => symbol.Name != StartMark)
            .GroupBy(symbol => symbol.Address, symbol => symbol.Name)
            .ToList();

        string AddressOf(string name) =>
            symbols.Find(symbol => symbol.Name == name).Address
            ?? throw new InvalidOperationException($"nm found no {name} in {file}.");
    }
}
