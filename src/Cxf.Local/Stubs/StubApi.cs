using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks.Descriptions;
using Cxf.Local.Stores;

namespace Cxf.Local.Stubs;

/// <summary>The API of one connection.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Description">What answers are made of; null if nothing was imported.</param>
/// <param name="OwnNames">The headers and query parameters that the connection sets itself.</param>
internal sealed record StubApi(
    TenantId Tenant,
    ConnectionId Connection,
    ApiDescription? Description,
    IReadOnlyCollection<string> OwnNames
)
{
    /// <summary>What is wrong with a connection that has no description, and what to do.</summary>
    public SentProblem NotDescribed =>
        new(
            SentProblemKind.Path,
            $"The connection \"{Connection}\" of {Tenant} has no description, so no answers can be made for it.",
            $"Import it: {DescriptionFiles.ImportCommand(Tenant.Value, Connection.Value)}."
        );
}
