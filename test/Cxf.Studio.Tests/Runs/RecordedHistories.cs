using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.Studio.Tests.Runs;

/// <summary>Histories that AWS recorded, as <c>aws stepfunctions get-execution-history</c> prints them.</summary>
internal static class RecordedHistories
{
    /// <summary>All of them, each with the name of its file.</summary>
    public static IEnumerable<(string Name, string Json)> All() =>
        Directory
            .EnumerateFiles(Corpus.Folder("sfn"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), JsonNode.Parse(File.ReadAllText(file)) as JsonObject))
            .Where(file => file.Item2?["expectedHistory"] is JsonArray)
            .Select(file => (file.Item1, Write((JsonArray)file.Item2!["expectedHistory"]!)));

    /// <summary>One of them.</summary>
    public static string Find(string name) => All().First(file => file.Name == name).Json;

    // The recorder masked times, and the numbers of events in parallel branches, which come in any order.
    private static string Write(JsonArray recorded)
    {
        var events = (JsonArray)recorded.DeepClone();
        foreach (var (index, happened) in events.Select(one => one!.AsObject()).Index())
        {
            happened["timestamp"] = 1_772_355_600 + index;
            if (happened["id"] is JsonArray)
            {
                happened["id"] = index + 1L;
            }
        }

        return new JsonObject { ["events"] = events }.ToJsonString();
    }
}
