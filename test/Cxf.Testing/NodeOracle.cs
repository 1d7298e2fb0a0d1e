using System.Diagnostics;
using System.Text.Json;

namespace Cxf.Testing;

/// <summary>Asks an npm package about several things at once.</summary>
public static class NodeOracle
{
    /// <summary>What the package finds for each document of the request. Skips without Node.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> AskAsync(
        string tool,
        string request,
        string script = "validate.js"
    )
    {
        var start = new ProcessStartInfo("node", [script])
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
