using System.Text;
using System.Text.Json;

namespace Cxf.Local.Deployment;

/// <summary>
/// A temporary copy of a configuration folder, with <c>${Name}</c> placeholders filled in, that publishing may write to.
/// It is removed at the end; the original is never touched.
/// </summary>
internal sealed class WorkingFolder : IDisposable
{
    private WorkingFolder(string path) => Path = path;

    /// <summary>Where the copy is.</summary>
    public string Path { get; }

    /// <summary>Copies the JSON files of a folder.</summary>
    public static WorkingFolder CopyOf(string folder, IReadOnlyDictionary<string, string> values)
    {
        var copy = Directory.CreateTempSubdirectory("cxf-");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.FullName, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, Fill(File.ReadAllBytes(file), values));
        }

        return new WorkingFolder(copy.FullName);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);

    // Names and encoded values are ASCII, so every other byte stays as it is, and a wrong encoding is found by the checks.
    private static byte[] Fill(byte[] text, IReadOnlyDictionary<string, string> values) =>
        Encoding.Latin1.GetBytes(
            values.Aggregate(
                Encoding.Latin1.GetString(text),
                (filled, value) => filled.Replace($"${{{value.Key}}}", JsonEncodedText.Encode(value.Value).ToString())
            )
        );
}
