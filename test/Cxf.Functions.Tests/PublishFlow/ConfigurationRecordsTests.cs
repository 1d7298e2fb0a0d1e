using System.Text;
using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Records that cannot be carried out, and what becomes of those behind them.</summary>
public sealed class ConfigurationRecordsTests
{
    private const string Done = """{"batchItemFailures":[]}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""null""")]
    [InlineData("""{"dynamodb":7}""")]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"N":"1"},"sk":{"S":"FLOW#greet#REQUEST"}},"SequenceNumber":"1"}}""")]
    [InlineData(
        """{"dynamodb":{"Keys":{"pk":{"S":"TENANT#not a tenant"},"sk":{"S":"FLOW#greet#REQUEST"}},"SequenceNumber":"1"}}"""
    )]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":"INSTANCE#arn"},"sk":{"S":"FLOW#greet#REQUEST"}},"SequenceNumber":"1"}}""")]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW##REQUEST"}},"SequenceNumber":"1"}}""")]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#REQUEST"}},"SequenceNumber":"1"}}""")]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"FLOW#greet#V#000001"}},"SequenceNumber":"1"}}""")]
    [InlineData("""{"dynamodb":{"Keys":{"pk":{"S":"TENANT#acme"},"sk":{"S":"TENANT#DRAFT"}},"SequenceNumber":"1"}}""")]
    public async Task An_unrelated_record_is_ignored(string record)
    {
        await using var scene = await StartAsync();
        Assert.Equal(Done, await DeliverAsync(scene, record, Request("greet", "2", """{"revision":1}""")));
        Assert.Equal("hello", await scene.CallAsync());
    }

    [Theory]
    [InlineData("not JSON", "The request is not a JSON object.")]
    [InlineData("{\"action\":\"\\ud800\"}", "The request is not a JSON object.")]
    [InlineData("[]", "\"action\" must be one of publish, recompile, rollback, canary, delete.")]
    [InlineData("""{"action":"frobnicate"}""", "\"action\" must be one of publish, recompile, rollback, canary, delete.")]
    [InlineData("""{"action":"publish"}""", "\"revision\" is missing: add the revision of the draft to publish.")]
    [InlineData("""{"revision":"one"}""", "\"revision\", \"version\" and \"weight\" must be whole numbers.")]
    [InlineData("""{"action":"rollback"}""", "\"version\" is missing: add the number of the version.")]
    [InlineData(
        """{"action":"canary","version":1,"weight":100}""",
        "\"weight\" must be 0 to 99: the percentage of runs that the version gets."
    )]
    public async Task A_request_that_cannot_be_read_gets_its_outcome(string request, string message)
    {
        await using var scene = await StartAsync();
        Assert.Equal(
            Done,
            await DeliverAsync(scene, Request("other", "1", request), Request("greet", "2", """{"revision":1}"""))
        );
        var outcome = await scene.Store.FindOutcomeAsync(PublishingScene.Acme, FlowId.Parse("other"), Cancel);
        Assert.Equal(("REJECTED", message), StatusOf(outcome!.Answer));
        Assert.Equal("hello", await scene.CallAsync());
    }

    [Fact]
    public async Task A_temporary_failure_is_reported_with_its_record_and_later_records_wait()
    {
        await using var scene = await StartAsync();
        scene.Faults.Cause = () => new IOException("The network is away.");
        scene.Faults.Start(0);
        var batch = new[] { Request("greet", "7", """{"revision":1}"""), Request("other", "8", """{"revision":1}""") };
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"7"}]}""", await DeliverAsync(scene, batch));
        Assert.Single(scene.Faults.Calls);
        Assert.Equal(Done, await DeliverAsync(scene, batch));
        Assert.Equal("hello", await scene.CallAsync());
        Assert.NotNull(await scene.Store.FindOutcomeAsync(PublishingScene.Acme, FlowId.Parse("other"), Cancel));
    }

    [Fact]
    public async Task Another_tenants_request_does_not_wait_for_one_that_failed_and_is_done_once()
    {
        await using var scene = await StartAsync();
        var other = TenantId.Parse("borealis");
        await scene.SaveAsync(PublishingScene.Document("one"), other);
        await scene.AskAsync(PublishAction.Publish, tenant: other);
        await scene.SaveAsync(PublishingScene.Document("two"), other);
        await scene.AskAsync(PublishAction.Publish, tenant: other);
        scene.Faults.Cause = () => new IOException("The network is away.");
        scene.Faults.StopBefore(nameof(IAmazonStepFunctions.CreateStateMachineAsync));
        string[] batch =
        [
            Request("greet", "1", """{"revision":1}"""),
            Request("greet", "2", """{"revision":1}"""),
            Request("greet", "3", """{"action":"rollback","version":1}""", tenant: "borealis"),
            Request("greet", "4", """{"revision":2}""", number: 2, tenant: "borealis"),
        ];
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""", await DeliverAsync(scene, batch));
        Assert.Equal("two", await scene.CallAsync(other));
        var live = await scene.Store.FindLiveAsync(other, PublishingScene.Flow, Cancel);
        Assert.Null(await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel));
        scene.Faults.Start(null);

        // The rollback does not come back although its record does.
        Assert.Equal(Done, await DeliverAsync(scene, batch));
        Assert.Equal("hello", await scene.CallAsync());
        Assert.Equal(live!.Revision, (await scene.Store.FindLiveAsync(other, PublishingScene.Flow, Cancel))!.Revision);
    }

    [Fact]
    public async Task A_permanent_failure_gets_its_outcome_and_does_not_block_the_shard()
    {
        await using var scene = await StartAsync();
        scene.Faults.Cause = () =>
            new StateMachineLimitExceededException("Too many machines.")
            {
                ErrorCode = "StateMachineLimitExceeded",
                StatusCode = System.Net.HttpStatusCode.BadRequest,
            };
        scene.Faults.Start(0);
        await scene.SaveAsync(PublishingScene.Document("other", flow: FlowId.Parse("other")), flow: FlowId.Parse("other"));
        Assert.Equal(
            Done,
            await DeliverAsync(scene, Request("other", "1", """{"revision":1}"""), Request("greet", "2", """{"revision":1}"""))
        );
        var outcome = await scene.Store.FindOutcomeAsync(PublishingScene.Acme, FlowId.Parse("other"), Cancel);
        Assert.Equal(("FAILED", "AWS refused: StateMachineLimitExceeded: Too many machines."), StatusOf(outcome!.Answer));
        Assert.Equal("hello", await scene.CallAsync());
    }

    // Each takes all the time or memory that a draft's tests may have: one by default, each kind of them with CXF_LONG=1.
    public static TheoryData<string> Hungry =>
        [
            .. new[]
            {
                "($a := $pad('', 4000000, 'x'); $count([1..100000].($a = $a & '')))",
                "$sum([1..1000].($i := $; $sum([1..1000000].($ * $i))))",
                "($f := function($n){ $n = 0 ? 0 : $f($n - 1) }; $sum([1..100000].$f(100000)))",
            }.Take(LongRun.Count(1, 3)),
        ];

    [Theory]
    [MemberData(nameof(Hungry))]
    public async Task A_draft_whose_tests_exceed_their_budget_does_not_block_another_tenants_publish(string expression)
    {
        await using var scene = await StartAsync();
        await scene.SaveAsync(
            """
            {"flowId":"other","start":"respond_1","steps":{"respond_1":{"kind":"respond","message":"{% EXPRESSION %}"}},
             "tests":[TESTS]}
            """.Replace("EXPRESSION", expression).Replace(
                "TESTS",
                string.Join(
                    ",",
                    Enumerable.Range(0, 50).Select(n => """{"name":"N","expect":{"status":"SUCCEEDED"}}""".Replace("N", $"{n}"))
                )
            ),
            flow: FlowId.Parse("other")
        );
        var borealis = TenantId.Parse("borealis");
        await scene.SaveAsync(PublishingScene.Document("two"), borealis);
        Assert.Equal(
            Done,
            await DeliverAsync(
                scene,
                Record("FLOW#other#DRAFT", "1", "{}"),
                Request("other", "2", """{"revision":1}"""),
                Request("greet", "3", """{"revision":1}""", tenant: "borealis")
            )
        );
        var outcome = await scene.Store.FindOutcomeAsync(PublishingScene.Acme, FlowId.Parse("other"), Cancel);
        Assert.Equal(("REJECTED", "The flow's tests fail."), StatusOf(outcome!.Answer));
        var codes = JsonElement
            .Parse(outcome.Answer)
            .GetProperty("diagnostics")
            .EnumerateArray()
            .Select(one => one.GetProperty("code").GetString());
        Assert.All(codes, code => Assert.Contains(code, (string[])["CXF2609", "CXF2801"]));
        Assert.Equal("two", await scene.CallAsync(borealis));
    }

    [Fact]
    public async Task A_draft_with_more_problems_than_an_item_holds_gets_its_outcome()
    {
        await using var scene = await StartAsync();
        var names = string.Join(",", Enumerable.Range(0, 90).Select(n => $"\"{new string('u', 2_000)}{n}\":1"));
        await scene.SaveAsync(
            """{"flowId":"greet","start":"a","steps":{"a":{"kind":"respond","message":"m",NAMES}}}""".Replace("NAMES", names)
        );
        Assert.Equal(
            Done,
            await DeliverAsync(scene, Record("FLOW#greet#DRAFT", "1", "{}"), Request("greet", "2", """{"revision":2}"""))
        );
        var check = await scene.Store.FindCheckAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.InRange(check!.Diagnostics.Length, 50_000, 150_000);
        Assert.EndsWith(
            "more problems are not listed.",
            JsonElement.Parse(check.Diagnostics).EnumerateArray().Last().GetProperty("message").GetString()
        );
        var outcome = await scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal("REJECTED", StatusOf(outcome!.Answer).Status);
        Assert.InRange(outcome.Answer.Length, 50_000, 150_000);
    }

    [Fact]
    public async Task Records_beyond_the_time_limit_of_a_batch_are_delivered_again()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(25) };
        await using var scene = await StartAsync(clock);
        await scene.SaveAsync(PublishingScene.Document("other", flow: FlowId.Parse("other")), flow: FlowId.Parse("other"));
        string[] batch = [Request("other", "1", """{"revision":1}"""), Request("greet", "2", """{"revision":1}""")];
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"2"}]}""", await DeliverAsync(scene, batch));
        Assert.NotNull(await scene.Store.FindOutcomeAsync(PublishingScene.Acme, FlowId.Parse("other"), Cancel));
        Assert.Null(await scene.Store.FindOutcomeAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel));
        Assert.Equal(Done, await DeliverAsync(scene, batch[1]));
        Assert.Equal("hello", await scene.CallAsync());
    }

    [Fact]
    public async Task A_draft_that_is_not_JSON_gets_a_diagnostic()
    {
        await using var scene = await StartAsync();
        await scene.SaveAsync("{ \"flowId\": ");
        Assert.Equal(Done, await DeliverAsync(scene, Record("FLOW#greet#DRAFT", "1", "{}")));
        var check = await scene.Store.FindCheckAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel);
        Assert.Equal(
            "CXF1001",
            Assert.Single(JsonElement.Parse(check!.Diagnostics).EnumerateArray()).GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task A_deleted_draft_is_not_checked()
    {
        await using var scene = await StartAsync();
        Assert.Equal(Done, await DeliverAsync(scene, Record("FLOW#gone#DRAFT", "1", "{}")));
        Assert.Null(await scene.Store.FindCheckAsync(PublishingScene.Acme, FlowId.Parse("gone"), Cancel));
    }

    [Theory]
    [InlineData("""{"tenantId":"acme"}""", "\"flowId\" is missing")]
    [InlineData("""{"flowId":"greet"}""", "The event must be")]
    [InlineData("""{"tenantId":"acme","flowId":"not a flow"}""", "The event must be")]
    [InlineData("""[]""", "The event must be")]
    public async Task A_direct_caller_with_an_invalid_request_gets_an_answer(string received, string message)
    {
        await using var scene = await StartAsync();
        var answer = await scene.Function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(received)));
        Assert.Equal("REJECTED", answer.GetProperty("status").GetString());
        Assert.StartsWith(message, answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_direct_caller_learns_of_a_failure_without_its_details()
    {
        await using var scene = await StartAsync();
        scene.Faults.Cause = () => new InvalidOperationException("An address, or a caller's name.");
        scene.Faults.Start(0);
        var answer = await scene.Function.PublishFlow(FunctionEvent.Read("""{"tenantId":"acme","flowId":"greet"}"""u8.ToArray()));
        Assert.Equal(("FAILED", "PublishFlow failed: InvalidOperationException."), StatusOf(answer.GetRawText()));
    }

    private static async Task<PublishingScene> StartAsync(TimeProvider? time = null)
    {
        var scene = await PublishingScene.StartAsync(time: time);
        await scene.SaveAsync(PublishingScene.Document("hello"));
        return scene;
    }

    private static async Task<string> DeliverAsync(PublishingScene scene, params IEnumerable<string> records) =>
        (
            await scene.Function.PublishFlow(
                FunctionEvent.Read(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""))
            )
        ).GetRawText();

    private static string Request(string flow, string sequence, string request, int number = 1, string tenant = "acme") =>
        Record(
            $"FLOW#{flow}#REQUEST",
            sequence,
            $$$"""{"request":{"S":{{{JsonSerializer.Serialize(request)}}}},"number":{"N":"{{{number}}}"}}""",
            tenant
        );

    private static string Record(string sort, string sequence, string image, string tenant = "acme") =>
        $$$"""
            {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"TENANT#{{{tenant}}}"},"sk":{"S":"{{{sort}}}"}},
             "NewImage":{{{image}}},"SequenceNumber":"{{{sequence}}}"}}
            """;

    private static (string? Status, string? Message) StatusOf(string answer) =>
        (
            JsonElement.Parse(answer).GetProperty("status").GetString(),
            JsonElement.Parse(answer).GetProperty("message").GetString()
        );
}
