using System.Text.Json;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>One file of the corpus: a case that was recorded on AWS.</summary>
internal sealed record CorpusCase(string Name, string Folder, string Kind, JsonElement Data)
{
    public string DefinitionText =>
        Data.TryGetProperty("definitionText", out var text) ? text.GetString()! : Data.GetProperty("definition").GetRawText();

    public IReadOnlyList<string> Wildcards =>
        Data.TryGetProperty("wildcards", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(static item => item.GetString()!)]
            : [];

    /// <summary>All cases of a kind in the requested folders.</summary>
    public static IReadOnlyList<CorpusCase> Load(string kind, Func<string, bool> wantsFolder)
    {
        var root = Corpus.Folder("sfn");
        var cases = new List<CorpusCase>();
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (!wantsFolder(folder))
            {
                continue;
            }

            var data = JsonElement.Parse(File.ReadAllBytes(file));
            if (data.GetProperty("kind").GetString() == kind)
            {
                cases.Add(new CorpusCase(data.GetProperty("name").GetString()!, folder, kind, data));
            }
        }

        return cases;
    }
}
