using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// The documents of a configuration folder besides its flows: the connections of the tenants, and <c>instances.json</c>. A flow
/// cannot run without them, so every command that reads flows also checks these.
/// </summary>
internal static class FolderDocuments
{
    private const string Connections = "connections";

    /// <summary>Checks the documents that belong to flows.</summary>
    /// <param name="path">The file or folder that the user named.</param>
    /// <param name="flows">Its flows.</param>
    /// <param name="values">The values of placeholders that have one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The documents with diagnostics.</returns>
    public static async Task<IReadOnlyList<CheckedDocument>> CheckAsync(
        string path,
        IReadOnlyList<FlowFile> flows,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        var documents = new List<CheckedDocument>();
        foreach (var files in ConnectionFiles(path, flows).GroupBy(TenantOf))
        {
            var connections = new List<(CheckedDocument, ApiConnection?)>();
            foreach (var file in files)
            {
                connections.Add(await CheckConnectionAsync(file, values, cancellationToken));
            }

            documents.AddRange(TenantLimitsCheck.Compare(connections));
        }

        foreach (var tenant in TenantFolders(path, flows))
        {
            documents.AddRange(await DescriptionCheck.RunAsync(tenant, cancellationToken));
        }

        if (File.Exists(Path.Combine(path, FolderConfigurationStore.InstancesFileName)) && Directory.Exists(Tenants(path)))
        {
            using var folder = new FolderConfigurationStore(path);
            var instances = await new InstancesCheck(folder, store: null, prunes: false).RunAsync(cancellationToken);
            documents.Add(instances with { Path = Path.Combine(path, instances.Path) });
        }

        return [.. documents.Concat(BadNames(path)).Where(document => document.Diagnostics.Count > 0)];
    }

    /// <summary>Folders of tenants, and files of connections, whose names are no ids: nothing could refer to them.</summary>
    public static IEnumerable<CheckedDocument> BadNames(string path) =>
        from folder in Directory.Exists(Tenants(path)) ? Directory.EnumerateDirectories(Tenants(path)) : []
        let name = Path.GetFileName(folder)
        where !TenantId.TryParse(name, out _) && name != ".published"
        select new CheckedDocument(folder, "", [BadName("folder", name, "tenant")]);

    private static string Tenants(string path) => Path.Combine(path, "tenants");

    // The connections below the folder, and those of the tenants of the flows.
    private static IEnumerable<string> ConnectionFiles(string path, IReadOnlyList<FlowFile> flows)
    {
        var below = Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == Connections && TenantOf(file) is not null)
            : [];
        var named = flows
            .Where(flow => flow.TenantFolder is not null)
            .Select(flow => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(flow.Path)) ?? "", Connections))
            .Distinct()
            .SelectMany(JsonFiles.In);
        return below.Concat(named).DistinctBy(Path.GetFullPath).Order(StringComparer.Ordinal);
    }

    // The tenants below the folder, and those of the flows.
    private static IEnumerable<string> TenantFolders(string path, IReadOnlyList<FlowFile> flows)
    {
        var below = Directory.Exists(path)
            ? Directory
                .EnumerateDirectories(path, DescriptionFiles.Folder, SearchOption.AllDirectories)
                .Where(folder => TenantOf(Path.Combine(folder, "any")) is not null)
                .Select(folder => Path.GetDirectoryName(folder)!)
            : [];
        return below
            .Concat(flows.Select(flow => flow.TenantFolder).OfType<string>())
            .DistinctBy(Path.GetFullPath)
            .Order(StringComparer.Ordinal);
    }

    private static TenantId? TenantOf(string file)
    {
        var tenant = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)));
        return
            Path.GetFileName(Path.GetDirectoryName(tenant)) == "tenants"
            && TenantId.TryParse(Path.GetFileName(tenant), out var id)
            ? id
            : null;
    }

    /// <summary>Checks a connection, wherever it lies.</summary>
    public static async Task<(CheckedDocument Document, ApiConnection? Connection)> CheckConnectionAsync(
        string file,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!ConnectionId.TryParse(name, out var id))
        {
            return (new CheckedDocument(file, "", [BadName("file", name, "connection")]), null);
        }

        var document = await DocumentFile.ReadAsync(file, cancellationToken);
        if (document.Problem is { } problem)
        {
            return (new CheckedDocument(file, document.Text, [problem]), null);
        }

        var read = TenantConnections.Read(
            TenantOf(file) ?? TenantId.Parse("local"),
            id,
            Placeholders.Fill(document.Bytes, values)
        );
        return (new CheckedDocument(file, document.Text, read.Diagnostics), read.Value);
    }

    private static Diagnostic BadName(string what, string name, string id) =>
        new(
            InstanceCodes.BadName,
            DiagnosticSeverity.Error,
            JsonPointer.Root,
            1,
            1,
            $"The name of this {what} is not the id of a {id}: \"{name}\".",
            $"Rename the {what}: an id is {IdentifierRule.Description}."
        );
}
