using System.Text.Json.Nodes;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Local.Tests.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Runs;

public sealed class HistoryReaderTests
{
    [Fact]
    public void Every_history_that_AWS_recorded_is_read_without_loss()
    {
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Folder("sfn"), "*.json", SearchOption.AllDirectories))
        {
            if (
                JsonNode.Parse(File.ReadAllText(file)) is not JsonObject document
                || document["expectedHistory"] is not JsonArray recorded
            )
            {
                continue;
            }

            read++;
            Renumber(recorded);
            var events = HistoryReader.Read(new JsonObject { ["events"] = recorded.DeepClone() }.ToJsonString());
            Assert.NotNull(events);
            Assert.Equal(recorded.Count, events.Count);
            foreach (var (expected, found) in recorded.Select(one => one!.AsObject()).Zip(events))
            {
                Assert.Equal(expected["id"]!.GetValue<long>(), found.Id);
                Assert.Equal(expected["previousEventId"]!.GetValue<long>(), found.PreviousId);
                Assert.Equal(expected["type"]!.GetValue<string>(), found.Type);
                var details = expected.FirstOrDefault(one => one.Key.EndsWith("EventDetails", StringComparison.Ordinal)).Value;
                Assert.True(JsonNode.DeepEquals(details, found.Details), $"{file}: event {found.Id}");
            }

            var history = RunHistory.Of(events);
            var entered = events.Count(one => one.Type.EndsWith("StateEntered", StringComparison.Ordinal));
            Assert.Equal(entered, history.Rows.Count);
            var console = new TextConsole();
            new HistoryPrinter(console.Lines, new PersonalData { ShowsAll = true }, isFull: true)
            {
                Origin = history.StartedAt,
            }.Print(history.Rows);
            Assert.All(history.Rows, row => Assert.Contains(row.Name, console.Text));
            var json = RunJson.WithHistory([], history, new PersonalData { ShowsAll = true });
            Assert.Equal(
                events.Select(one => one.Type),
                json["events"]!.AsArray().Select(one => one!["type"]!.GetValue<string>())
            );
            Assert.All(
                events.Index(),
                one => Assert.Equal(Members(one.Item.Details), Members(json["events"]![one.Index]!["details"] as JsonObject))
            );
        }

        Assert.True(read > 0, "The corpus has no recorded histories.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} histories");
    }

    [Theory]
    [InlineData("""[{"id": 1, "type": "ExecutionStarted", "timestamp": 1614627128.549, "previousEventId": 0}]""")]
    [InlineData("""{"events": [{"id": 1, "type": "ExecutionStarted", "timestamp": "2021-03-01T19:32:08.549000+00:00"}]}""")]
    [InlineData(
        """
            [{"id": "1", "type": "ExecutionStarted", "details": {}, "previous_event_id": "0",
              "event_timestamp": "1614627128549"}]
            """
    )]
    public void The_API_the_AWS_CLI_and_the_log_write_the_same_event(string json)
    {
        var happened = Assert.Single(HistoryReader.Read(json)!);
        Assert.Equal("ExecutionStarted", happened.Type);
        Assert.Equal((1, 0), (happened.Id, happened.PreviousId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1614627128549), happened.Timestamp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"id": "one", "type": "ExecutionStarted"}]""")]
    [InlineData("""[{"id": 1}]""")]
    public void What_is_no_history_is_not_read(string json) => Assert.Null(HistoryReader.Read(json));

    // The recorder masked the numbers of events in parallel branches, which come in any order.
    private static void Renumber(JsonArray recorded)
    {
        foreach (var (index, happened) in recorded.Select(one => one!.AsObject()).Index())
        {
            if (happened["id"] is JsonArray)
            {
                happened["id"] = index + 1L;
            }
        }
    }

    private static IEnumerable<string> Members(JsonObject? details) => details?.Select(one => one.Key) ?? [];
}
