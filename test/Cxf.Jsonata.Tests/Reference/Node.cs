using System.Diagnostics;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Reference;

/// <summary>Runs a script on Node: the reference for what is JavaScript's own.</summary>
internal static class Node
{
    /// <summary>The lines that a script prints.</summary>
    /// <param name="script">The script; it may <c>require('jsonata')</c>.</param>
    /// <param name="input">Lines for its standard input.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public static async Task<List<string>> RunAsync(string script, IEnumerable<string> input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = NpmTool.Require("jsonata-2.0.6"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "-e", script },
        };
        using var node = Process.Start(start)!;
        var writing = WriteAsync(node.StandardInput, input);
        var lines = new List<string>();
        while (await node.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            lines.Add(line);
        }

        await writing;
        await node.WaitForExitAsync(cancellation);
        Assert.Equal(0, node.ExitCode);
        return lines;
    }

    private static async Task WriteAsync(StreamWriter writer, IEnumerable<string> lines)
    {
        await using (writer)
        {
            foreach (var line in lines)
            {
                await writer.WriteLineAsync(line);
            }
        }
    }
}
