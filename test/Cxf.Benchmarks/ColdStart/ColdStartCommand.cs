using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// <c>cold-start [runs]</c>: from the start of a process to the arrival of its first answer, for programs compiled ahead of
/// time (and one that is not), one after the other in turns, so that what else the machine does falls on all of them. Needs Linux.
/// </summary>
internal static class ColdStartCommand
{
    private const int DefaultRuns = 21;

    /// <summary>What the hello function may take, as a multiple of the bare loop's median in the same run.</summary>
    private const double Allowed = 1.5;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var runs = arguments.Length > 0 ? int.Parse(arguments[0]) : DefaultRuns;
        await using var servers = await ExecuteFlowServers.StartAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "cold-start");
        ColdStartProgram[] programs =
        [
            new("bare socket loop", Publish(Sample("BareLoop"), folder, "BareLoop"), () => """{"Name":"world"}""", new Dictionary<string, string>()),
            new(
                "hello on the runtime client",
                Publish(Sample("Hello"), folder, "Hello"),
                () => """{"Name":"world"}""",
                new Dictionary<string, string> { ["ANNOTATIONS_HANDLER"] = "Hello", ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512" }),
            new(
                "ExecuteFlow, STANDARD",
                Publish(Path.Combine(ProjectFolder(), "..", "..", "src", "Cxf.Functions", "Cxf.Functions.csproj"), folder, "bootstrap"),
                servers.NextEvent,
                servers.Environment),
            new(
                "ExecuteFlow, STANDARD, JIT",
                Publish(Path.Combine(ProjectFolder(), "..", "..", "src", "Cxf.Functions", "Cxf.Functions.csproj"), Path.Combine(folder, "jit"), "bootstrap", "-p:PublishAot=false", "--no-self-contained"),
                servers.NextEvent,
                servers.Environment),
        ];
        var samples = programs.ToDictionary(program => program, _ => new List<ColdStartSample>());
        foreach (var program in programs)
        {
            program.Measure();
        }

        for (var run = 0; run < runs; run++)
        {
            foreach (var program in programs)
            {
                samples[program].Add(program.Measure());
            }
        }

        Console.WriteLine($"{"spawn to first answer, ms",-30}{"median",8}{"p90",8}{"min",8}{"warm",8}{"RSS MB",8}{"MB",8}");
        foreach (var (program, of) in samples)
        {
            Console.WriteLine(
                $"{program.Name,-30}{Ms(of, 0.5),8:0.00}{Ms(of, 0.9),8:0.00}{Ms(of, 0),8:0.00}"
                + $"{of.Select(one => one.Warm.TotalMilliseconds).Order().ElementAt(of.Count / 2),8:0.000}"
                + $"{of.Max(one => one.ResidentKilobytes) / 1024.0,8:0.0}{program.Size / 1e6,8:0.00}");
        }

        var ratio = Ms(samples[programs[1]], 0.5) / Ms(samples[programs[0]], 0.5);
        Console.WriteLine($"hello takes {ratio:0.00} times the bare loop's median (at most {Allowed:0.0})");
        return ratio <= Allowed ? 0 : 1;
    }

    private static double Ms(List<ColdStartSample> samples, double rank)
    {
        var sorted = samples.Select(sample => sample.First.TotalMilliseconds).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(rank * sorted.Count))];
    }

    private static string Sample(string name) => Path.Combine(ProjectFolder(), "ColdStart", name, name + ".csproj");

    private static string Publish(string project, string folder, string name, params IEnumerable<string> options)
    {
        var output = Path.Combine(folder, name);
        using var publish = Process.Start(
            "dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "-v", "q", "--nologo", .. options]);
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(output, name) : throw new InvalidOperationException($"{name} does not publish.");
    }

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cxf.Benchmarks.csproj")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from its build folder inside the checkout.");
        }

        return folder.FullName;
    }
}
