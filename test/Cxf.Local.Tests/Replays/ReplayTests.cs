using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Replays;
using Cxf.Local.Runs;
using Cxf.StatesLanguage.History;
using Cxf.Testing;

namespace Cxf.Local.Tests.Replays;

/// <summary>Tests that are made of histories, for every shape of flow that the samples have.</summary>
public sealed class ReplayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Tenants => ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants");

    public static TheoryData<string> Flows =>
        [
            .. FlowFile
                .Find(new DirectoryInfo(Tenants))
                .Select(file => $"{file.Tenant}/{Path.GetFileNameWithoutExtension(file.Path)}"),
        ];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task The_run_of_every_test_of_a_sample_is_replayed_with_the_same_path_and_the_saved_test_passes(string flow)
    {
        var parts = flow.Split('/');
        var file = FlowFile.Find(new FileInfo(Path.Combine(Tenants, parts[0], "flows", parts[1] + ".json"))).Single();
        var replayed = await ReadAsync(await File.ReadAllTextAsync(file.Path, Cancel));
        foreach (var test in replayed.Flow.Tests)
        {
            var result = replayed.Run(test, Cancel);
            if (result.History.Count == 0)
            {
                continue;
            }

            var events = HistoryReader.Read(HistoryEventJson.Write(result.History))!;
            var (history, problem) = RecordedHistory.Read(events);
            Assert.True(history is not null, problem);
            var replay = Replay.Of(history, replayed, replayed, [], Cancel);

            Assert.True(replay.Notes.Count == 0, $"{test.Name}: {string.Join('\n', replay.Notes)}\n{replay.Test}");
            Assert.True(replay.IsSame, $"{test.Name}: {string.Join('\n', replay.Result.Differences)}\n{replay.Test}");
            Assert.Equal(result.Path, replay.Result.Path);
            Assert.Equal(result.Answer["errorCode"], replay.Result.Answer["errorCode"]);
            var (saved, reason) = await replay.WithTestAsync(null, ReadAsync, Cancel);
            Assert.True(saved is not null, $"{test.Name}: {reason}\n{replay.Test}");
        }

        Task<ReplayedFlow> ReadAsync(string text) => ReplayedFlow.OfAsync(file, text, Cancel);
    }

    [Theory]
    [InlineData("""{"flowId":"a"}""", """{"flowId":"a","tests":[{"name":"t"}]}""")]
    [InlineData("""{"flowId":"a","tests":[]}""", """{"flowId":"a","tests":[{"name":"t"}]}""")]
    [InlineData("{}", """{"tests":[{"name":"t"}]}""")]
    [InlineData(
        """{"tests":[{"name":"s","expect":{"path":["tests"]}}],"steps":{"tests":[1]}}""",
        """{"tests":[{"name":"s","expect":{"path":["tests"]}},{"name":"t"}],"steps":{"tests":[1]}}"""
    )]
    [InlineData(
        """{"steps":{"tests":[1]},"x":[2],"tests":[{"name":"é"}]}""",
        """{"steps":{"tests":[1]},"x":[2],"tests":[{"name":"é"},{"name":"t"}]}"""
    )]
    public void A_test_is_added_as_the_last_one(string document, string expected)
    {
        var added = TestInsertion.Add(document, new JsonObject { ["name"] = "t" });
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(added)), added);
    }

    [Fact]
    public void The_rest_of_the_document_stays_as_it_was_written()
    {
        const string document =
            "{\r\n  \"steps\": { \"a\": [1,   2] },\r\n  \"tests\": [\r\n    { \"name\": \"s\" }\r\n  ]\r\n}\r\n";
        Assert.Equal(
            "{\r\n  \"steps\": { \"a\": [1,   2] },\r\n  \"tests\": [\r\n"
                + "    { \"name\": \"s\" },\r\n    {\r\n      \"name\": \"t\"\r\n    }\r\n  ]\r\n}\r\n",
            TestInsertion.Add(document, new JsonObject { ["name"] = "t" })
        );
    }

    [Theory]
    [InlineData("""{"phone":"+44 7911 123456"}""", "123456")]
    [InlineData("""{"note":"Call 0171-9876543 please"}""", "9876543")]
    [InlineData("""{"note":"write to ann@lee.example now"}""", "ann@lee")]
    [InlineData("""{"lastName":"Lee","note":"Lee called"}""", "\"Lee\"")]
    [InlineData("""{"lastName":"Leighton","note":"for LEIGHTON and sons"}""", "LEIGHTON")]
    [InlineData("""{"customer":{"token":["abc-1","abc-2"]},"other":"abc-2"}""", "abc-")]
    [InlineData("""{"pin":4711,"path":"/pins/4711/x"}""", "4711")]
    public void Personal_data_is_replaced_wherever_it_is(string json, string gone) => Assert.DoesNotContain(gone, MadeUp(json));

    [Theory]
    [InlineData("""{"count":1200,"at":"2026-03-01T09:30:00Z","ms":1764421200000,"s":1764421200,"day":"2026-03-01"}""")]
    [InlineData("""{"id":"3f0e7c1a-1111-4222-8333-944445555666","done":true,"next":null,"list":[1,2.5,"x"]}""")]
    public void Other_data_stays_as_it_is(string json) => Assert.Equal(json, MadeUp(json));

    [Fact]
    public void One_value_becomes_one_made_up_value_and_another_value_another()
    {
        var made = JsonElement.Parse(
            MadeUp("""{"phone":"+12025550142","lastName":"Lee-Ann","a":"+12025550142","b":"+12025550143"}""")
        );
        Assert.Equal(made.GetProperty("phone").GetString(), made.GetProperty("a").GetString());
        Assert.NotEqual(made.GetProperty("a").GetString(), made.GetProperty("b").GetString());
        Assert.Matches(@"^\+120255501\d\d$", made.GetProperty("a").GetString());
        Assert.Matches("^[A-Z][a-z]{2}-[A-Z][a-z]{2}$", made.GetProperty("lastName").GetString());
    }

    [Fact]
    public void A_value_whose_name_the_user_keeps_stays() =>
        Assert.Equal("""{"lastName":"Leighton"}""", MadeUp("""{"lastName":"Leighton"}""", "lastname"));

    private static string MadeUp(string json, params string[] kept)
    {
        var made = new MadeUpData(new PersonalNames([], kept), "");
        made.Look(JsonElement.Parse(json));
        return made.Replace(JsonElement.Parse(json), "payload")!.ToJsonString(Cxf.Local.Stores.JsonFiles.Compact);
    }
}
