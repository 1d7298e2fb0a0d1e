using Cxf.Local.Stores;
using Cxf.Local.Stubs;

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
    /// <param name="folder">The folder.</param>
    /// <param name="values">The values of placeholders.</param>
    /// <param name="stub">The address of the stub that connections call; null if they call their third parties.</param>
    public static WorkingFolder CopyOf(string folder, IReadOnlyDictionary<string, string> values, Uri? stub = null)
    {
        var copy = Directory.CreateTempSubdirectory("cxf-");
        foreach (var file in Files(folder))
        {
            var target = System.IO.Path.Combine(copy.FullName, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            var text = File.ReadAllBytes(file);
            File.WriteAllBytes(target, Placeholders.IsConnection(file) ? Connection(file, text, values, stub) : text);
        }

        return new WorkingFolder(copy.FullName);
    }

    private static byte[] Connection(string file, byte[] text, IReadOnlyDictionary<string, string> values, Uri? stub)
    {
        var filled = Placeholders.Fill(text, values);
        return stub is null ? filled : StubbedConnection.Write(file, filled, stub);
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
