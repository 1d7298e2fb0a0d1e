using System.Diagnostics;
using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Flows.Tests;

/// <summary>Asks an npm package what it finds wrong with several documents at once.</summary>
internal static class NodeOracle
{
    /// <summary>The findings for each document of the request. Skips without Node.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> AskAsync(string tool, string request)
    {
        var start = new ProcessStartInfo("node", ["validate.js"])
        {
            WorkingDirectory = NpmTool.Require(tool),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(request);
        node.StandardInput.Close();
        var answer = JsonElement.Parse(await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        return
        [
            .. answer
                .EnumerateArray()
                .Select(findings =>
                    (IReadOnlyList<string>)[.. findings.EnumerateArray().Select(finding => finding.GetString()!)]
                ),
        ];
    }
}
