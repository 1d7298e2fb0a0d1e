using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>
/// <c>cold-start [runs]</c>: from the start of a process to the arrival of its first answer, for programs compiled ahead of
/// time (and one that is not), one after the other in turns, so that what else the machine does falls on all of them. Needs
/// Linux.
/// </summary>
internal static class ColdStartCommand
{
    private const int DefaultRuns = 21;

    /// <summary>What the hello function may take, as a multiple of the bare loop's median in the same run.</summary>
    private const double AllowedRatio = 1.5;

    /// <summary>
    /// What ExecuteFlow may take to its first full answer, as a multiple of the bare loop's median in the same run.
    /// </summary>
    private const double AllowedFunctionRatio = 5;

    /// <summary>What ExecuteFlow may hold up to then.</summary>
    private const double AllowedMegabytes = 25;

    /// <summary>What the executable may have when it is packed for Lambda.</summary>
    private const double AllowedZipMegabytes = 8;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var runs = arguments.Length > 0 ? int.Parse(arguments[0]) : DefaultRuns;
        var programs = Publish();
        await using var servers = await ExecuteFlowServers.StartAsync();
        var (bare, hello, function, jit) = (
            new ColdStartProgram(
                "bare socket loop",
                programs.Bare,
                () => """{"Name":"world"}""",
                new Dictionary<string, string>()
            ),
            new ColdStartProgram(
                "hello on the runtime client",
                programs.Hello,
                () => """{"Name":"world"}""",
                new Dictionary<string, string> { ["ANNOTATIONS_HANDLER"] = "Hello", ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512" }
            ),
            ExecuteFlow("ExecuteFlow, STANDARD", programs.Functions),
            ExecuteFlow("ExecuteFlow, STANDARD, JIT", programs.FunctionsJit)
        );
        var samples = Measure([bare, hello, function, jit], runs);
        Console.WriteLine(
            $"{"spawn to first answer, ms", -30}{"median", 8}{"p90", 8}{"min", 8}{"warm", 8}{"RSS MB", 8}{"MB", 8}"
        );
        foreach (var (program, of) in samples)
        {
            Console.WriteLine(
                $"{program.Name, -30}{Ms(of, 0.5), 8:0.00}{Ms(of, 0.9), 8:0.00}{Ms(of, 0), 8:0.00}"
                    + $"{of.Select(one => one.Warm.TotalMilliseconds).Order().ElementAt(of.Count / 2), 8:0.000}"
                    + $"{of.Max(one => one.ResidentKilobytes) / 1024.0, 8:0.0}{program.Size / 1e6, 8:0.00}"
            );
        }

        var bounds =
            Bound("hello, as a multiple of the bare loop", Ms(samples[hello], 0.5) / Ms(samples[bare], 0.5), AllowedRatio)
            & Bound(
                "ExecuteFlow's first answer, as a multiple of the bare loop",
                Ms(samples[function], 0.5) / Ms(samples[bare], 0.5),
                AllowedFunctionRatio
            )
            & Bound("ExecuteFlow's memory, MB", samples[function].Max(one => one.ResidentKilobytes) / 1024.0, AllowedMegabytes)
            & Bound("bootstrap in a zip, MB", ZipSize(programs.Functions) / 1e6, AllowedZipMegabytes);
        ColdStartAnatomy.Print(function, servers, runs, MedianPoll(samples[bare]), MedianPoll(samples[hello]));
        return bounds ? 0 : 1;

        ColdStartProgram ExecuteFlow(string name, string path) =>
            new(name, path, servers.NextEvent, servers.Environment) { Expected = ExecuteFlowServers.Started };
    }

    /// <summary>Compiles the programs, as far as they are not compiled yet.</summary>
    internal static (string Bare, string Hello, string Functions, string FunctionsJit) Publish() =>
        (
            Publish(Sample("BareLoop"), Folder, "BareLoop"),
            Publish(Sample("Hello"), Folder, "Hello"),
            PublishFunctions(),
            Publish(
                FunctionsProject("Cxf.Functions.csproj"),
                Path.Combine(Folder, "jit"),
                "bootstrap",
                "-p:PublishAot=false",
                "--no-self-contained"
            )
        );

    /// <summary>Compiles the functions' executable ahead of time if needed, and returns its path.</summary>
    internal static string PublishFunctions() => Publish(FunctionsProject("Cxf.Functions.csproj"), Folder, "bootstrap");

    /// <summary>The path of a file of the functions' project.</summary>
    internal static string FunctionsProject(string file) =>
        Path.GetFullPath(Path.Combine(ProjectFolder(), "..", "..", "src", "Cxf.Functions", file));

    private static Dictionary<ColdStartProgram, List<ColdStartSample>> Measure(ColdStartProgram[] programs, int runs)
    {
        var samples = programs.ToDictionary(program => program, _ => new List<ColdStartSample>());

        // The first start reads the files from the disk and compiles the servers' code; it is nobody's.
        for (var run = -1; run < runs; run++)
        {
            foreach (var program in programs)
            {
                var sample = program.Measure();
                if (run >= 0)
                {
                    samples[program].Add(sample);
                }
            }
        }

        return samples;
    }

    private static bool Bound(string what, double value, double allowed)
    {
        Console.WriteLine($"{what}: {value:0.00} (at most {allowed:0.0}{(value <= allowed ? "" : ": TOO MUCH")})");
        return value <= allowed;
    }

    private static double Ms(List<ColdStartSample> samples, double rank)
    {
        var sorted = samples.Select(sample => sample.First.TotalMilliseconds).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(rank * sorted.Count))];
    }

    private static TimeSpan MedianPoll(List<ColdStartSample> samples) =>
        samples.Select(sample => sample.Polled).Order().ElementAt(samples.Count / 2);

    // What sam and zip upload is packed by zlib's level 6; of .NET's levels the last comes nearest to its size.
    private static long ZipSize(string file)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(Path.GetFileName(file), CompressionLevel.SmallestSize).Open();
            using var content = File.OpenRead(file);
            content.CopyTo(entry);
        }

        return zip.Length;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "cold-start");

    private static string Sample(string name) => Path.Combine(ProjectFolder(), "ColdStart", name, name + ".csproj");

    private static string Publish(string project, string folder, string name, params IEnumerable<string> options)
    {
        var output = Path.Combine(folder, name);
        using var publish = Process.Start(
            "dotnet",
            [
                "publish",
                project,
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "-o",
                output,
                "-v",
                "q",
                "--nologo",
                .. options,
            ]
        );
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(output, name)
            : throw new InvalidOperationException($"{name} does not publish.");
    }

    /// <summary>The benchmarks' own project.</summary>
    internal static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cxf.Benchmarks.csproj")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from its build folder inside the checkout.");
        }

        return folder.FullName;
    }
}
