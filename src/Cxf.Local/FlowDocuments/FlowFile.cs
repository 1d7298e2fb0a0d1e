using Cxf.Documents.Identifiers;

namespace Cxf.Local.FlowDocuments;

/// <summary>A flow document on disk.</summary>
/// <param name="Path">The file, as the user named it or below what the user named.</param>
/// <param name="Tenant">The tenant whose folder contains it; <c>local</c> outside any tenant's folder.</param>
/// <param name="TenantFolder">That tenant's folder; null outside any, where no connections are known.</param>
internal sealed record FlowFile(string Path, TenantId Tenant, string? TenantFolder)
{
    private const string Flows = "flows";
    private const string Tenants = "tenants";

    // Files that publishing writes next to the documents are not flow documents.
    private const string Published = ".published";

    /// <summary>
    /// The flow documents of a path: the file itself; for a folder, every file in folders named <c>flows</c> at any depth; for a
    /// folder without such folders that is not a deployment folder, its own files.
    /// </summary>
    public static IReadOnlyList<FlowFile> Find(FileSystemInfo path)
    {
        if (path is FileInfo)
        {
            return [At(path.ToString())];
        }

        var files = Directory
            .EnumerateFiles(path.ToString(), "*.json", SearchOption.AllDirectories)
            .Where(file => !file.Split(System.IO.Path.DirectorySeparatorChar).Contains(Published))
            .Order(StringComparer.Ordinal)
            .ToList();
        var inFlows = files.Where(file => FolderName(file) == Flows).ToList();
        return
        [
            .. (
                inFlows.Count > 0 || Directory.Exists(System.IO.Path.Combine(path.ToString(), Tenants))
                    ? inFlows
                    : files.Where(file => System.IO.Path.GetDirectoryName(file) == path.ToString())
            ).Select(At),
        ];
    }

    private static FlowFile At(string path)
    {
        var flows = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var tenant = System.IO.Path.GetDirectoryName(flows);
        return
            FolderName(path) == Flows
            && tenant is not null
            && FolderName(tenant) == Tenants
            && TenantId.TryParse(System.IO.Path.GetFileName(tenant), out var id)
            ? new FlowFile(path, id, tenant)
            : new FlowFile(path, TenantId.Parse("local"), null);
    }

    private static string FolderName(string path) =>
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))) ?? "";
}
