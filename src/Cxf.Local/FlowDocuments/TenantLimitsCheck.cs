using Cxf.ApiCalls.Connections;
using Cxf.Documents;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// Whether the connections of one tenant agree on the tenant's limits. Each call keeps the limits of its own connection, so
/// different ones are never all true.
/// </summary>
internal static class TenantLimitsCheck
{
    private const string Member = "tenantLimits";

    /// <summary>The documents, with a warning for each that differs from the first one with limits.</summary>
    public static IEnumerable<CheckedDocument> Compare(
        IReadOnlyList<(CheckedDocument Document, ApiConnection? Connection)> connections
    )
    {
        var (first, limits) = connections
            .Where(one => one.Connection?.TenantLimits is not null)
            .Select(one => (one.Document, one.Connection!.TenantLimits))
            .FirstOrDefault();
        foreach (var (document, connection) in connections)
        {
            yield return connection?.TenantLimits is { } own && own != limits
                ? document with
                {
                    Diagnostics = [.. document.Diagnostics, Warning(document, Path.GetFileName(first.Path))],
                }
                : document;
        }
    }

    private static Diagnostic Warning(CheckedDocument document, string first)
    {
        var reader = new JsonDocumentReader(JsonSource.Parse(document.Text), ConnectionCodes.Shape);
        reader
            .Root.Member(Member)!
            .Report(
                ConnectionCodes.TenantLimitsDiffer,
                $"The limits of the tenant differ from those in {first}.",
                $"Give all connections of the tenant the same \"{Member}\".",
                DiagnosticSeverity.Warning
            );
        return reader.Diagnostics.Single(diagnostic => diagnostic.Code == ConnectionCodes.TenantLimitsDiffer);
    }
}
