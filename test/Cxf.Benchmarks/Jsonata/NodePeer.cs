using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Cxf.Benchmarks.Jsonata;

/// <summary>jsonata 2.2.2 on Node, measured in a process of its own, run by run.</summary>
internal sealed class NodePeer : IDisposable
{
    private static readonly string Root = typeof(NodePeer)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CxfRoot")
        .Value!;

    private readonly Process _node;

    private NodePeer(Process node) => _node = node;

    public static async Task<NodePeer> StartAsync(IEnumerable<BenchmarkRow> rows)
    {
        var folder = Path.Combine(Root, "test", "npm", "jsonata-2.2.2");
        await InstallAsync(folder);
        var node = Process.Start(
            new ProcessStartInfo("node", "measure.js")
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var request = new JsonArray([
            .. rows.Select(row => new JsonObject
            {
                ["name"] = row.Name,
                ["expr"] = row.Expression,
                ["input"] = JsonNode.Parse(row.Input),
                ["parseOnly"] = row.ParseOnly,
            }),
        ]);
        await node.StandardInput.WriteLineAsync(request.ToJsonString());
        return new NodePeer(node);
    }

    /// <summary>Nanoseconds for one evaluation in one run of at least that time.</summary>
    public async Task<double> MeasureAsync(BenchmarkRow row, TimeSpan time)
    {
        var request = new JsonObject { ["name"] = row.Name, ["seconds"] = time.TotalSeconds };
        await _node.StandardInput.WriteLineAsync(request.ToJsonString());
        var answer = await _node.StandardOutput.ReadLineAsync();
        return double.Parse(answer!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static async Task InstallAsync(string folder)
    {
        using var npm = Process.Start(
            new ProcessStartInfo("npm", "ci --no-audit --no-fund --silent") { WorkingDirectory = folder }
        )!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed in {folder}.");
        }
    }
}
