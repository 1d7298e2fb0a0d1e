using Cxf.Local.Stores;

namespace Cxf.Local.Deployment;

/// <summary>
/// A temporary copy of a configuration folder, with the placeholders of its connections filled in, that publishing may write to.
/// It is removed at the end; the original is never touched.
/// </summary>
internal sealed class WorkingFolder : IDisposable
{
    private WorkingFolder(string path) => Path = path;

    /// <summary>Where the copy is.</summary>
    public string Path { get; }

    /// <summary>Copies the JSON files of a folder that are published.</summary>
    public static WorkingFolder CopyOf(string folder, IReadOnlyDictionary<string, string> values)
    {
        var copy = Directory.CreateTempSubdirectory("cxf-");
        foreach (var file in Files(folder))
        {
            var target = System.IO.Path.Combine(copy.FullName, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            var text = File.ReadAllBytes(file);
            File.WriteAllBytes(target, Placeholders.IsConnection(file) ? Placeholders.Fill(text, values) : text);
        }

        return new WorkingFolder(copy.FullName);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static IEnumerable<string> Files(string folder)
    {
        var tenants = System.IO.Path.Combine(folder, "tenants");
        return Directory
            .EnumerateFiles(folder, FolderConfigurationStore.InstancesFileName)
            .Concat(Directory.Exists(tenants) ? Directory.EnumerateFiles(tenants, "*.json", SearchOption.AllDirectories) : []);
    }
}
