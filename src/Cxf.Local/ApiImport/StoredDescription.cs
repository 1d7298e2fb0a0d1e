using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Stores;

namespace Cxf.Local.ApiImport;

/// <summary>The description of a connection as a tenant's folder has it.</summary>
internal static class StoredDescription
{
    /// <summary>
    /// Reads the description of a connection; null with the reason, and what to do, if the file is not a description.
    /// </summary>
    public static async Task<(ApiDescription? Description, string Problem)> ReadAsync(
        string tenantFolder,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        var file = DescriptionFiles.Of(tenantFolder, connection);
        var description = ApiDescription.Read((await DocumentFile.ReadAsync(file, cancellationToken)).Bytes, out var problem);
        return (description, description is null ? $"{file}: {problem} Import it again: cxf connection import." : "");
    }
}
