using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// Reads the documents that a path names: a file of any kind, which its content tells, or a folder with flows, their connections
/// and instances, and contact flows.
/// </summary>
internal static class PathReading
{
    /// <summary>Reads and checks the documents.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="values">The values of placeholders that have one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<FolderReading> ReadAsync(
        string path,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        var isFolder = Directory.Exists(path);
        var flows = new List<FlowFile>();
        var contactFlows = isFolder
            ? [.. await ContactFlowDocument.ReadFolderAsync(path, cancellationToken)]
            : new List<ContactFlowDocument>();
        var named = new List<CheckedDocument>();
        DocumentKind? kindNamed = null;
        foreach (var file in FlowFile.Find(isFolder ? new DirectoryInfo(path) : new FileInfo(path)))
        {
            if (isFolder && ContactFlowDocument.IsContactFlow(file.Path))
            {
                continue;
            }

            // In a folder of flows, everything is meant to be a flow.
            var kind = file.TenantFolder is null ? await DocumentKinds.OfAsync(file.Path, cancellationToken) : DocumentKind.Flow;
            switch (kind)
            {
                case DocumentKind.ContactFlow:
                    contactFlows.Add(await ContactFlowDocument.ReadFileAsync(file.Path, cancellationToken));
                    break;
                case DocumentKind.TestCase when ContactFlowDocument.OfTest(file.Path) is { } contactFlow:
                    contactFlows.Add(await ContactFlowDocument.ReadFileAsync(contactFlow, cancellationToken, file.Path));
                    break;
                case DocumentKind.Flow or DocumentKind.OpenApi:
                    flows.Add(file);
                    break;
                default:
                    named.Add(await CheckAsync(kind, file.Path, values, cancellationToken));
                    kindNamed = isFolder ? kindNamed : kind;
                    break;
            }
        }

        var documents = new List<FlowDocument>();
        foreach (var file in flows)
        {
            documents.Add(await FlowDocument.ReadAsync(file, cancellationToken));
        }

        var others = await FolderDocuments.CheckAsync(path, flows, values, cancellationToken);
        var ofContactFlows = contactFlows.SelectMany(contactFlow => contactFlow.Documents).DistinctBy(document => document.Path);
        return new FolderReading(
            documents,
            [.. others, .. named.Concat(ofContactFlows).Where(document => document.Diagnostics.Count > 0)]
        )
        {
            ContactFlows = contactFlows,
            Named = kindNamed,
        };
    }

    private static async Task<CheckedDocument> CheckAsync(
        DocumentKind kind,
        string path,
        IReadOnlyDictionary<string, string> values,
        CancellationToken cancellationToken
    )
    {
        if (kind == DocumentKind.TestCase)
        {
            return await ContactFlowDocument.CheckTestAsync(path, cancellationToken);
        }

        if (kind == DocumentKind.Connection)
        {
            return (await FolderDocuments.CheckConnectionAsync(path, values, cancellationToken)).Document;
        }

        if (kind == DocumentKind.Description)
        {
            return await DescriptionCheck.RunOnAsync(path, cancellationToken);
        }

        if (kind == DocumentKind.Instances)
        {
            using var folder = new FolderConfigurationStore(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var instances = await new InstancesCheck(folder, store: null, prunes: false).RunAsync(cancellationToken);
            return instances with { Path = path };
        }

        var document = await DocumentFile.ReadAsync(path, cancellationToken);
        return new CheckedDocument(path, document.Text, ModuleFile.ReadSettings(document).Diagnostics);
    }
}
