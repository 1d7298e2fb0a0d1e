using System.Text.Json;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Compares a history event by event.</summary>
internal static class Histories
{
    public static string? Difference(Snapshot snapshot, JsonElement expected, JsonElement actual)
    {
        for (var index = 0; index < Math.Min(expected.GetArrayLength(), actual.GetArrayLength()); index++)
        {
            if (Event(snapshot, expected[index], actual[index]) is { } difference && !IsExitOfMapRun(expected, actual, index))
            {
                return difference;
            }
        }

        return expected.GetArrayLength() == actual.GetArrayLength()
            ? null
            : $"history: expected {expected.GetArrayLength()} events, was {actual.GetArrayLength()}";
    }

    /// <summary>
    /// The exit of a distributed Map follows the start of its run in some recordings and the end of the run in others, even for
    /// the same machine: a race in AWS. Both are accepted.
    /// </summary>
    private static bool IsExitOfMapRun(JsonElement expected, JsonElement actual, int index) =>
        index > 2
        && expected[index].GetProperty("type").ValueEquals("MapStateExited")
        && expected[index - 2].GetProperty("type").ValueEquals("MapRunSucceeded")
        && new Snapshot().Difference(Unplaced(expected[index]), Unplaced(WithoutTimestamp(actual[index]))) is null
        && expected[index].GetProperty("previousEventId").GetInt64() == expected[index - 3].GetProperty("id").GetInt64();

    private static JsonElement Unplaced(JsonElement entry) =>
        JsonSerializer.SerializeToElement(
            entry
                .EnumerateObject()
                .Where(static member => member.Name != "previousEventId")
                .ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal)
        );

    public static string? Event(Snapshot snapshot, JsonElement expected, JsonElement actual) =>
        snapshot.Difference(expected, WithoutTimestamp(actual), $"event {actual.GetProperty("id")}");

    public static JsonElement WithoutTimestamp(JsonElement entry) =>
        JsonSerializer.SerializeToElement(
            entry
                .EnumerateObject()
                .Where(static member => member.Name != "timestamp")
                .ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal)
        );
}
