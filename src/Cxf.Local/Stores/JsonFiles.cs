using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Local.Stores;

/// <summary>
/// Files of a configuration folder. A file is written whole or not at all, whatever ends the process meanwhile.
/// </summary>
internal static class JsonFiles
{
    /// <summary>JSON that a person reads.</summary>
    public static JsonSerializerOptions Readable { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same without line breaks.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a file, or null if it does not exist.</summary>
    public static async ValueTask<string?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file and replaces an existing one.</summary>
    public static async ValueTask WriteAsync(string file, string text, CancellationToken cancellationToken) =>
        File.Move(await WriteBesideAsync(file, text, cancellationToken), file, overwrite: true);

    /// <summary>Writes a file that does not exist; false when it does.</summary>
    public static async ValueTask<bool> TryCreateAsync(string file, string text, CancellationToken cancellationToken)
    {
        var written = await WriteBesideAsync(file, text, cancellationToken);
        try
        {
            File.Move(written, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(written);
            return false;
        }
    }

    /// <summary>Removes a file; a missing one is not an error.</summary>
    public static void Delete(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    /// <summary>The JSON files of a folder by name; empty if the folder does not exist.</summary>
    public static string[] In(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];

    private static async ValueTask<string> WriteBesideAsync(string file, string text, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!).FullName;
        var beside = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllTextAsync(beside, text, cancellationToken);
        return beside;
    }
}
