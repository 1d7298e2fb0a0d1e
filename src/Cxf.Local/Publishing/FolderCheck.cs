using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Publishing;

/// <summary>Everything that is wrong in a configuration folder, before any of it is written anywhere.</summary>
internal static class FolderCheck
{
    /// <summary>The documents with something to say, each with its path within the folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="values">The values of placeholders.</param>
    /// <param name="instances">The check of <c>instances.json</c> against the deployment.</param>
    /// <param name="conditions">What differs from the folder.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<CheckedDocument>> RunAsync(
        string root,
        IReadOnlyDictionary<string, string> values,
        InstancesCheck instances,
        CheckConditions conditions,
        CancellationToken cancellationToken
    )
    {
        var tenants = Path.GetFullPath(Path.Combine(root, "tenants"));
        var others = await FolderDocuments.CheckAsync(root, [], values, cancellationToken);
        var documents = new List<CheckedDocument> { await instances.RunAsync(cancellationToken) };

        // Only what is published: a folder may have others beside its tenants.
        documents.AddRange(
            others.Where(document => Path.GetFullPath(document.Path).StartsWith(tenants, StringComparison.Ordinal))
        );
        foreach (
            var file in FlowFile.Find(new DirectoryInfo(root)).Where(file => Path.GetDirectoryName(file.TenantFolder) == tenants)
        )
        {
            var document = await FlowDocument.ReadAsync(file, conditions, cancellationToken);
            documents.Add(new CheckedDocument(file.Path, document.Text, document.Reading.Diagnostics));
        }

        return
        [
            .. documents
                .Where(document => document.Diagnostics.Count > 0)
                .Select(document =>
                    Path.IsPathRooted(document.Path)
                        ? document with
                        {
                            Path = Path.GetRelativePath(root, document.Path),
                        }
                        : document
                ),
        ];
    }
}
