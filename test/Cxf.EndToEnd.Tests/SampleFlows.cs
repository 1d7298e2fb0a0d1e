namespace Cxf.EndToEnd.Tests;

/// <summary>The sample flows that some texts are about, because it takes time to publish each.</summary>
internal static class SampleFlows
{
    private static readonly Dictionary<string, string> Documents = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "tenants"), "*.json", SearchOption.AllDirectories)
        .Select(file => (File: file, Parts: file.Split(Path.DirectorySeparatorChar)))
        .Where(one => one.Parts[^2] == "flows")
        .ToDictionary(
            one => $"{one.Parts[^3]}/{Path.GetFileNameWithoutExtension(one.Parts[^1])}",
            one => File.ReadAllText(one.File)
        );

    /// <summary>The flows whose ids are in the texts, and the flows that those run, as tenant/flow.</summary>
    public static IEnumerable<string> MentionedIn(params IEnumerable<string> texts)
    {
        var mentioned = string.Concat(texts);
        for (var length = 0; mentioned.Length > length; )
        {
            length = mentioned.Length;
            mentioned += string.Concat(
                Documents.Where(flow => IsMentioned(flow.Key) && !mentioned.Contains(flow.Value)).Select(flow => flow.Value)
            );
        }

        return Documents.Keys.Where(IsMentioned);

        bool IsMentioned(string flow) =>
            mentioned.Contains($"\"{flow.Split('/')[1]}\"") || mentioned.Contains($"\\\"{flow.Split('/')[1]}\\\"");
    }
}
