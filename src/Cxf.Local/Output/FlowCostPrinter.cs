using System.Globalization;
using Cxf.Flows.Compiling;
using Cxf.Flows.Timing;
using Cxf.Functions.PublishFlow;

namespace Cxf.Local.Output;

/// <summary>
/// Prints how long a flow can take, what that means for its caller, and what each of its paths costs at Step Functions.
/// </summary>
internal sealed class FlowCostPrinter(Lines lines)
{
    private const double ManyPaths = 1_000_000;

    /// <summary>Prints the duration and cost of one flow, beginning with its name.</summary>
    public void Print(string name, FlowCost cost)
    {
        var longest = cost.WorstCase is { } bound ? $"takes at most {Duration.InWords(bound)}" : "has no longest duration";
        lines.Write(
            cost.Type == StateMachineType.Express
                ? $"{name}: the caller waits (EXPRESS); the flow {longest} of the {Duration.InWords(cost.CallerLeaves)} "
                    + "that the caller's limit leaves."
                : $"{name}: the call continues and asks for the answer later (STANDARD); the flow {longest}."
        );
        foreach (var path in cost.PathCosts)
        {
            lines.Write($"          {path}");
        }

        if (cost.PathCosts.Count < cost.Paths)
        {
            lines.Write($"          These are the most expensive of {Number(cost.Paths)} paths.");
        }
    }

    private static string Number(double paths) =>
        paths > ManyPaths ? "more than a million" : paths.ToString("N0", CultureInfo.InvariantCulture);
}
