using System.Text.Json;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>
/// Compares the history of a case whose recording sorted the events of parallel branches and removed their ids: events with an id
/// must be equal, each of the others must be one of ours, and only the ends of Parallel states, which the sorting removed, may
/// remain.
/// </summary>
internal static class SortedHistory
{
    public static string? Difference(Snapshot snapshot, JsonElement expected, JsonElement actual)
    {
        var ours = actual.EnumerateArray().ToDictionary(static entry => entry.GetProperty("id").GetInt64());
        var sorted = new List<JsonElement>();
        foreach (var entry in expected.EnumerateArray())
        {
            if (entry.GetProperty("id").ValueKind != JsonValueKind.Number)
            {
                sorted.Add(entry);
                continue;
            }

            var id = entry.GetProperty("id").GetInt64();
            if (!ours.Remove(id, out var known))
            {
                return $"history: no event {id}";
            }

            if (Histories.Event(snapshot, entry, known) is { } difference)
            {
                return difference;
            }
        }

        foreach (var entry in sorted)
        {
            var match = ours.Values.FirstOrDefault(known =>
                new Snapshot().Difference(Anonymous(entry), Anonymous(Histories.WithoutTimestamp(known))) is null
            );
            if (match.ValueKind == JsonValueKind.Undefined)
            {
                var left = ours.Values.Select(static left => left.GetProperty("type").GetString());
                return $"history: no event like {entry}; left: {string.Join(", ", left)}";
            }

            ours.Remove(match.GetProperty("id").GetInt64());
        }

        var rest = ours.Values.FirstOrDefault(static left =>
            !left.GetProperty("type").GetString()!.StartsWith("ParallelState", StringComparison.Ordinal)
        );
        return rest.ValueKind == JsonValueKind.Undefined ? null : $"history: unexpected {rest}";
    }

    private static JsonElement Anonymous(JsonElement entry) =>
        JsonSerializer.SerializeToElement(
            entry
                .EnumerateObject()
                .Where(static member => member.Name is not ("id" or "previousEventId"))
                .ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal)
        );
}
