using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cxf.Studio.Documents;

/// <summary>
/// A text that was changed in the studio and not saved. It lies beside its file under a name that nothing else reads, so that it
/// outlives the browser, the studio and the machine. Every open page has one of its own: two tabs do not overwrite each other's.
/// </summary>
/// <param name="BasedOn">The fingerprint of the file that the changes were made to.</param>
/// <param name="Written">When it was written.</param>
/// <param name="Text">The text.</param>
internal sealed record FlowDraft(string BasedOn, DateTimeOffset Written, string Text)
{
    private const string Extension = ".draft";
    private const int NameBytes = 8;
    private static readonly ConcurrentDictionary<string, bool> Kept = new();

    /// <summary>Where it lies. Default: nowhere yet.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";

    /// <summary>
    /// Whether a page that is open, or was closed a moment ago, keeps its changes in it. Nobody else removes such a draft.
    /// </summary>
    [JsonIgnore]
    public bool IsKept => Kept.ContainsKey(Path);

    /// <summary>A new place for the draft of a page, which keeps its changes there until it is closed.</summary>
    public static string NewPath(string file)
    {
        var path = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))}{Extension}";
        Kept[path] = true;
        return path;
    }

    /// <summary>Says that the page of a draft is closed.</summary>
    public static void Leave(string path) => Kept.TryRemove(path, out _);

    /// <summary>The drafts of a file that were left behind, newest first. One that cannot be read is left alone.</summary>
    public static async Task<IReadOnlyList<FlowDraft>> FindAsync(string file, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!;
        var drafts = new List<FlowDraft>();
        foreach (var path in Directory.EnumerateFiles(folder, $"{System.IO.Path.GetFileName(file)}.*{Extension}"))
        {
            try
            {
                var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
                if (JsonSerializer.Deserialize(bytes, DraftJsonContext.Default.FlowDraft) is { Text: not null } draft)
                {
                    drafts.Add(draft with { Path = path });
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
            {
                // It may be written at this moment by another page.
            }
        }

        return [.. drafts.OrderByDescending(draft => draft.Written)];
    }

    /// <summary>Writes it whole or not at all: the machine may stop at any moment.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var whole = Path + ".new";
        await File.WriteAllBytesAsync(
            whole,
            JsonSerializer.SerializeToUtf8Bytes(this, DraftJsonContext.Default.FlowDraft),
            cancellationToken
        );
        File.Move(whole, Path, overwrite: true);
    }
}

/// <summary>How drafts are written.</summary>
[JsonSerializable(typeof(FlowDraft))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class DraftJsonContext : JsonSerializerContext;
