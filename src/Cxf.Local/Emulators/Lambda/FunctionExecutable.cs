using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>The program that contains all functions: <c>bootstrap</c>, compiled ahead of time, or <c>bootstrap.dll</c>.</summary>
internal sealed record FunctionExecutable(string Path)
{
    /// <summary>
    /// The argument with which cxf, compiled ahead of time, runs as the functions' executable, because it contains them.
    /// </summary>
    public const string Argument = "bootstrap";

    private static readonly string Assembly = System.IO.Path.Combine(AppContext.BaseDirectory, "bootstrap.dll");

    /// <summary>
    /// The executable that is built together with the command and shares its libraries; the command itself where it is compiled
    /// ahead of time.
    /// </summary>
    public static FunctionExecutable Default { get; } =
        RuntimeFeature.IsDynamicCodeSupported
            ? new(Assembly)
            {
                Host =
                [
                    "exec",
                    "--runtimeconfig",
                    System.IO.Path.Combine(AppContext.BaseDirectory, "cxf.runtimeconfig.json"),
                    "--depsfile",
                    System.IO.Path.Combine(AppContext.BaseDirectory, "cxf.deps.json"),
                ],
            }
            : new(Environment.ProcessPath!) { Arguments = [Argument] };

    private IReadOnlyList<string> Arguments { get; init; } = [];

    private IReadOnlyList<string> Host { get; init; } = [];

    /// <summary>How to start it, with an empty environment but for what programs need of a machine.</summary>
    public ProcessStartInfo Start()
    {
        var start = Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new ProcessStartInfo("dotnet", [.. Host, Path])
            : new ProcessStartInfo(Path, Arguments);
        start.WorkingDirectory = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    // The developer's own AWS settings would reach AWS.
    private static bool IsForeign(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CXF_", StringComparison.OrdinalIgnoreCase);
}
