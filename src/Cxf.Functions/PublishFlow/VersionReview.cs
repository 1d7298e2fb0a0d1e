using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows;
using Cxf.Flows.Differences;
using Cxf.Flows.Reading;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// What an operator must know before callers go to another version: the deployment may have changed since it was published.
/// </summary>
/// <param name="Problems">What the version needs and the deployment lacks by now; with any of it callers would fail.</param>
/// <param name="Warnings">Whom else it concerns.</param>
/// <param name="Differences">What changes for callers.</param>
internal sealed record VersionReview(
    IReadOnlyList<Diagnostic> Problems,
    IReadOnlyList<Diagnostic> Warnings,
    IReadOnlyList<FlowDifference> Differences
)
{
    /// <summary>Reviews a version that will replace another, or run as its canary.</summary>
    public static async Task<VersionReview> OfAsync(
        FlowLinker linker,
        TenantId tenant,
        FlowVersion version,
        FlowVersion? live,
        CancellationToken cancellationToken
    )
    {
        var linked = await linker.ReadAsync(tenant, version.Flow, version.Document, FlowCodes.Allowable, cancellationToken);

        // The document passed the checks of its time and its machine exists, so only problems with its dependencies count.
        var alone = FlowReader.Read(linked.Source).Diagnostics.Select(one => (one.Code, one.Pointer)).ToHashSet();
        var found = linked.Diagnostics.Where(one => !alone.Contains((one.Code, one.Pointer))).ToList();
        return new VersionReview(
            [.. found.Where(one => one.Severity == DiagnosticSeverity.Error && !IsLate(one))],
            [
                .. found
                    .Where(one => one.Code == FlowCodes.CallersWaitTooShort || IsLate(one))
                    .Select(one => one with { Severity = DiagnosticSeverity.Warning }),
            ],
            live is null
                ? []
                : FlowDifferences.ForCallers(
                    (JsonSource.Parse(live.Document), live.WorstCase),
                    (linked.Source, version.WorstCase)
                )
        );
    }

    // A machine waits for other flows as long as it was compiled to, even if they take longer now; its caller then gets an error
    // in time.
    private static bool IsLate(Diagnostic diagnostic) =>
        diagnostic.Code is FlowCodes.CallerCannotWait or FlowCodes.LongerThanAnyRun;
}
