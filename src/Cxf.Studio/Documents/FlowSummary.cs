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
    internal string Page => $"flows/{File.Tenant}/{FlowFolder.NameOf(File)}";

    /// <summary>What it costs at Step Functions, e.g. <c>0.02 to 0.05</c>; null if it has errors.</summary>
    internal string? Price =>
        Cost is { PathCosts.Count: > 0 } cost
            ? PriceRange(
                cost.PathCosts.Min(path => path.UsualPrice),
                cost.PathCosts.Max(path => path.MaxPrice ?? path.UsualPrice)
            )
            : null;

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

    /// <summary>Two prices as a range, or one.</summary>
    internal static string PriceRange(decimal least, decimal most)
    {
        var (from, to) = (Price(least), Price(most));
        return from == to ? from : $"{from} to {to}";

        static string Price(decimal dollars) => dollars.ToString("0.00##", CultureInfo.InvariantCulture);
    }
}
