using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.Benchmarks.StatesLanguage;

/// <summary>The peer: npm aws-local-stepfunctions 3.0.0 in a Node process that stays up between rounds.</summary>
internal sealed class NodeStepFunctions : IDisposable
{
    private readonly Process _node;

    private NodeStepFunctions(Process node) => _node = node;

    /// <summary>Starts it; the package is installed with <c>npm ci</c> in its folder.</summary>
    public static NodeStepFunctions Start(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var install = Process.Start(
                new ProcessStartInfo("npm", "ci --no-audit --no-fund") { WorkingDirectory = folder }
            )!;
            install.WaitForExit();
        }

        return new NodeStepFunctions(
            Process.Start(
                new ProcessStartInfo("node", "measure.mjs")
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );
    }

    public async Task<Rate> MeasureAsync(BenchmarkMachine machine, TimeSpan time)
    {
        var request = new JsonObject
        {
            ["machine"] = JsonNode.Parse(machine.Definition),
            ["input"] = JsonNode.Parse(machine.Input),
            ["milliseconds"] = time.TotalMilliseconds,
        };
        await _node.StandardInput.WriteLineAsync(request.ToJsonString());
        await _node.StandardInput.FlushAsync();
        var rates = (await _node.StandardOutput.ReadLineAsync())!.Split(' ');
        return new Rate(
            double.Parse(rates[0], CultureInfo.InvariantCulture),
            double.Parse(rates[1], CultureInfo.InvariantCulture)
        );
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
