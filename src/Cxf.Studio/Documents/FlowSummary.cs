using System.Globalization;
using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Functions.PublishFlow;
using Cxf.Local.FlowDocuments;

namespace Cxf.Studio.Documents;

/// <summary>A flow in the list of flows.</summary>
public sealed class FlowSummary
{
    internal FlowSummary(FlowFile file) => File = file;

    /// <summary>Where the flow is.</summary>
    internal FlowFile File { get; }

    /// <summary>The flow; null until it was read.</summary>
    internal FlowDocument? Document { get; private set; }

    /// <summary>How long it can take and what it costs; null if it has errors.</summary>
    internal FlowCost? Cost { get; private set; }

    /// <summary>The results of its tests; null if it has errors.</summary>
    internal FlowTestReport? Tests { get; private set; }

    /// <summary>The address of its page.</summary>
    internal string Page => FlowAddress.Of(File).Page;

    /// <summary>What 1,000 calls cost; null if it has errors.</summary>
    internal string? Price => Cost is { } cost ? PriceOf(cost) : null;

    /// <summary>How many problems of a severity it has.</summary>
    internal int Count(DiagnosticSeverity severity) =>
        Document?.Reading.Diagnostics.Count(diagnostic => diagnostic.Severity == severity) ?? 0;

    /// <summary>Reads the flow, checks it and runs its tests.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        var document = await FlowDocument.ReadAsync(File, cancellationToken);
        if (document.Reading.Flow is { } flow)
        {
            (Cost, Tests) = (document.CostOf(flow), document.Test(flow, cancellationToken));
        }

        Document = document;
    }

    /// <summary>
    /// What 1,000 calls cost in dollars at Step Functions, from the cheapest path to the dearest: <c>0.02 to 0.05</c>.
    /// </summary>
    internal static string PriceOf(FlowCost cost)
    {
        var prices = cost.PathCosts.SelectMany(path => (decimal[])[path.UsualPrice, path.MaxPrice ?? path.UsualPrice]).ToList();
        return prices.Count == 0 ? ""
            : Dollars(prices.Min()) is var least && Dollars(prices.Max()) is var most && least == most ? least
            : $"{least} to {most}";

        static string Dollars(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
    }
}
