using System.Text.RegularExpressions;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>Everything that is wrong in a configuration folder, before any of it is written anywhere.</summary>
internal static partial class FolderCheck
{
    /// <summary>The documents with something to say, each with its path within the folder.</summary>
    public static async Task<IReadOnlyList<CheckedDocument>> RunAsync(
        string root,
        FolderConfigurationStore folder,
        InstancesCheck instances,
        CancellationToken cancellationToken
    )
    {
        var documents = new List<CheckedDocument> { await instances.RunAsync(cancellationToken) };
        foreach (var tenant in folder.Tenants())
        {
            var connections = new List<(CheckedDocument, ApiConnection?)>();
            foreach (var file in JsonFiles.In(Path.Combine(root, "tenants", tenant.Value, "connections")))
            {
                if (ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var connection))
                {
                    var document = await DocumentFile.ReadAsync(file, cancellationToken);
                    var read = document.Problem is null ? ConnectionReader.Read(tenant, connection, document.Bytes) : null;
                    var diagnostics = document.Problem is { } problem ? [problem] : read!.Diagnostics;
                    connections.Add(
                        (new CheckedDocument(Path.GetRelativePath(root, file), document.Text, diagnostics), read?.Value)
                    );
                }
            }

            documents.AddRange(TenantLimitsCheck.Compare(connections));
        }

        // Only what is published: a folder without flows, or with others beside its tenants, is checked for what it has.
        var tenants = Path.GetFullPath(Path.Combine(root, "tenants"));
        foreach (
            var file in FlowFile.Find(new DirectoryInfo(root)).Where(file => Path.GetDirectoryName(file.TenantFolder) == tenants)
        )
        {
            var document = await FlowDocument.ReadAsync(file, cancellationToken);
            documents.Add(
                new CheckedDocument(Path.GetRelativePath(root, file.Path), document.Text, document.Reading.Diagnostics)
            );
        }

        return [.. documents.Where(document => document.Diagnostics.Count > 0)];
    }

    /// <summary>The placeholders of connections that have no value yet.</summary>
    public static async Task<IReadOnlyList<string>> PlaceholdersAsync(
        FolderConfigurationStore folder,
        CancellationToken cancellationToken
    )
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tenant in folder.Tenants())
        {
            foreach (var (_, text) in await folder.ListConnectionsAsync(tenant, cancellationToken))
            {
                names.UnionWith(Placeholder().Matches(text).Select(match => match.Groups[1].Value));
            }
        }

        return [.. names];
    }

    [GeneratedRegex(@"\$\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
