using System.Diagnostics;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// <c>called-at-start</c>: writes src/Cxf.Functions/CalledAtStart.txt, the methods that ExecuteFlow and CallApi call up to their
/// first answers. The compiler puts them side by side, so that a cold start reads and maps few pages of the executable. A name
/// that no longer exists does no harm. Needs Linux on x64, <c>clang</c> and <c>nm</c>.
/// </summary>
internal static class CalledAtStartCommand
{
    // Threads meet differently in each start.
    private const int Starts = 5;

    // The answers after the first come from caches.
    private const int Events = 3;

    public static async Task<int> RunAsync()
    {
        var executable = ColdStartCommand.PublishFunctions();
        var folder = Path.GetDirectoryName(executable)!;
        var watcher = CompileWatcher(folder);
        var methods = Path.Combine(folder, "bootstrap.methods");
        var count = WriteMethods(
            ColdStartCommand.FunctionsProject("bin/Release/net10.0/linux-x64/native/bootstrap.dbg"),
            methods
        );
        await using var servers = await ExecuteFlowServers.StartAsync();
        ColdStartProgram[] programs =
        [
            new("ExecuteFlow", executable, servers.NextEvent, servers.Environment) { Expected = ExecuteFlowServers.Started },
            new("CallApi", executable, servers.NextCall, servers.CallApiEnvironment) { Expected = "\"status\":20" },
        ];
        var called = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            for (var start = 0; start < Starts; start++)
            {
                called.UnionWith(CalledBy(program, watcher, methods));
            }

            Console.WriteLine($"{called.Count} of {count} methods with {program.Name}");
        }

        await File.WriteAllLinesAsync(ColdStartCommand.FunctionsProject("CalledAtStart.txt"), called);
        return 0;
    }

    private static string[] CalledBy(ColdStartProgram program, string watcher, string methods)
    {
        var called = Path.ChangeExtension(methods, ".called");
        using (var process = new MeasuredProcess(program, null, watcher, methods, called))
        {
            process.Serve(program.Event, Events);
        }

        return File.ReadAllLines(called);
    }

    // It is there wherever .NET compiles ahead of time: the linker is called through it.
    private static string CompileWatcher(string folder)
    {
        var watcher = Path.Combine(folder, "first-calls");
        var source = Path.Combine(ColdStartCommand.ProjectFolder(), "ColdStart", "first-calls.c");
        using var clang = Process.Start("clang", ["-O2", "-Wall", "-Werror", "-o", watcher, source]);
        clang.WaitForExit();
        return clang.ExitCode == 0 ? watcher : throw new InvalidOperationException("clang does not compile first-calls.c.");
    }

    // Of lines such as "00000000004b4f34 t S_P_CoreLib_System_String__Concat" those between the two symbols around the section
    // that the compiler writes methods into.
    private static int WriteMethods(string symbolFile, string path)
    {
        using var nm = Process.Start(new ProcessStartInfo("nm", ["-n", symbolFile]) { RedirectStandardOutput = true })!;
        var symbols = new List<(string Address, string Name)>();
        while (nm.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var address, "t" or "T", var name])
            {
                symbols.Add((address, name));
            }
        }

        var (start, stop) = (AddressOf("__start___managedcode"), AddressOf("__stop___managedcode"));
        var methods = symbols
            .Where(symbol => Compare(symbol.Address, start) >= 0 && Compare(symbol.Address, stop) < 0)
            .Where(symbol => symbol.Name != "__start___managedcode")
            .DistinctBy(symbol => symbol.Address)
            .ToList();
        File.WriteAllLines(path, methods.Select(method => $"{method.Address} {method.Name}"));
        return methods.Count;

        string AddressOf(string name) => symbols.Find(symbol => symbol.Name == name).Address;

        static int Compare(string one, string other) => string.CompareOrdinal(one, other);
    }
}
