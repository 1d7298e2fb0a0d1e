using System.Collections.Concurrent;
using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Conformance;

/// <summary>JSONata's own test suite, read from the corpus.</summary>
internal static class CorpusSuite
{
    private static readonly ConcurrentDictionary<string, JsonElement> Datasets = new(StringComparer.Ordinal);

    public static IEnumerable<string> Groups() =>
        Corpus.Locate("jsonata") is { } folder
            ? Directory
                .EnumerateDirectories(Path.Combine(folder, "groups"))
                .Select(group => Path.GetFileName(group)!)
                .Order(StringComparer.Ordinal)
            : [];

    public static IEnumerable<CorpusCase> Cases(string group)
    {
        var folder = Path.Combine(Corpus.Folder("jsonata"), "groups", group);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var content = JsonElement.Parse(File.ReadAllBytes(file));
            if (content.ValueKind != JsonValueKind.Array)
            {
                yield return new CorpusCase($"{group}/{Path.GetFileName(file)}", folder, content, Dataset);
                continue;
            }

            foreach (var (index, element) in content.EnumerateArray().Index())
            {
                yield return new CorpusCase($"{group}/{Path.GetFileName(file)}[{index}]", folder, element, Dataset);
            }
        }
    }

    public static JsonElement Dataset(string name) =>
        Datasets.GetOrAdd(
            name,
            _ => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Corpus.Folder("jsonata"), "datasets", name + ".json")))
        );
}
