using Cxf.Documents.Identifiers;

namespace Cxf.Local.Stores;

/// <summary>
/// Where the descriptions of connections are in a tenant's folder: in a folder of their own next to the connections, so that
/// nothing takes them for a connection.
/// </summary>
internal static class DescriptionFiles
{
    /// <summary>The name of that folder.</summary>
    public const string Folder = "descriptions";

    /// <summary>The file of a connection's description.</summary>
    public static string Of(string tenantFolder, ConnectionId connection) =>
        Path.Combine(tenantFolder, Folder, connection + ".json");

    /// <summary>The command that stores the description of a connection.</summary>
    public static string ImportCommand(string tenant, string connection) =>
        $"cxf connection import URL-or-FILE --tenant {tenant} --as {connection}";
}
