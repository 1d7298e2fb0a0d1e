using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.ContactFlows.Tests;
using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Local.Tests.ConnectExport;

public sealed class ConnectExporterTests
{
    private const string ExecuteFlowArn = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-GetFlowResult:live";
    private const string Running = """{"status":"RUNNING","runId":"run-1","errorCode":"NONE","message":"NONE"}""";
    private const string Succeeded =
        """{"status":"SUCCEEDED","runId":"run-1","errorCode":"NONE","message":"Your lead is L-1001."}""";

    private const string Busy =
        """{"status":"FAILED","runId":"NONE","errorCode":"Busy","message":"We are very busy at the moment."}""";
    private const string NotStarted =
        """{"status":"FAILED","runId":"run-1","errorCode":"RunNotStarted","message":"We could not do that at the moment."}""";

    public static TheoryData<string, string> Exports =>
        new()
        {
            { "create_lead", "5" },
            { "create_lead", "*" },
            { "request_callback", "#" },
        };

    [Fact]
    public void The_sample_contact_flow_equals_the_exported_template() =>
        GoldenFile.Matches(
            ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows", "press-5.json"),
            ConnectExporter.ContactFlow(ExportRequest.ForTemplate(SampleFlows.Read("create_lead"), "5"))
        );

    [Fact]
    public void The_module_is_the_one_that_was_reviewed() =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", "Cxf.Local.Tests", "ConnectExport", "create_lead.module.json"),
            ConnectExporter.Module(ExportRequest.ForTemplate(SampleFlows.Read("create_lead"), "5"))
        );

    [Theory]
    [MemberData(nameof(Exports))]
    public void Every_export_is_valid_without_a_single_warning(string flow, string key)
    {
        Assert.Empty(ContactFlowReader.Read(ConnectExporter.ContactFlow(Request(flow, key))).Diagnostics);
        Assert.Empty(ContactFlowReader.Read(ConnectExporter.Module(Request(flow, key))).Diagnostics);
    }

    [Fact]
    public void The_contract_decides_what_is_sent()
    {
        var parameters = Parameters(ConnectExporter.ContactFlow(Request("create_lead", "7")), "Execute the flow");
        Assert.Equal(
            """
            {"tenantId":"acme","flowId":"create_lead","recordType":"lead","userInput":"7","requestKey":"press-7",
             "callerLimitSeconds":"8"}
            """.Replace("\n ", ""),
            parameters.ToJsonString()
        );
    }

    [Fact]
    public async Task A_run_that_continues_is_polled_until_it_ends()
    {
        var asked = new List<JsonElement>();
        var call = await CallAsync(
            "5",
            (arn, received) =>
            {
                if (arn == ExecuteFlowArn)
                {
                    return Running;
                }

                asked.Add(received.GetProperty("Details").GetProperty("Parameters"));
                return asked.Count < 3 ? Running : Succeeded;
            }
        );

        Assert.Equal(["Your lead is L-1001.", "Thank you for calling. Goodbye."], call.Heard.TakeLast(2));
        Assert.Equal(3, call.Heard.Count(text => text == "One moment please. We are working on it."));
        Assert.All(asked, parameters => Assert.Equal("run-1", parameters.GetProperty("runId").GetString()));
        Assert.Null(call.Problem);
        Assert.Equal(TimeSpan.FromSeconds(9), call.Duration);
    }

    [Fact]
    public async Task A_run_that_never_ends_lets_the_caller_go_after_a_minute()
    {
        var call = await CallAsync("5", (_, _) => Running);
        Assert.Equal(
            ["We have your request and are still working on it.", "Thank you for calling. Goodbye."],
            call.Heard.TakeLast(2)
        );

        // The pause of each round takes its time on a voice contact, where a plain Wait would take none.
        Assert.Equal("VOICE", Calls.Contact.Channel);
        Assert.Equal(10, call.Heard.Count(text => text == "One moment please. We are working on it."));
        Assert.Equal(TimeSpan.FromSeconds(30), call.Duration);
        Assert.Null(call.Problem);
    }

    [Fact]
    public async Task A_request_that_no_server_accepts_is_repeated()
    {
        var questions = 0;
        var call = await CallAsync(
            "5",
            (arn, _) =>
                arn == ExecuteFlowArn
                    ? Running
                    : ++questions switch
                    {
                        1 => """{"status":"REJECTED","runId":"NONE","errorCode":"RunNotFound","message":"Not yet."}""",
                        2 => "not an answer",
                        _ => Succeeded,
                    }
        );

        Assert.Contains("Your lead is L-1001.", call.Heard);
    }

    [Theory]
    [InlineData(Busy)]
    [InlineData("""{"status":"RUNNING","runId":"run-1","errorCode":"NONE","message":"NONE"}""")]
    public async Task A_run_that_did_not_begin_is_started_again(string first)
    {
        var invoked = new List<string>();
        var call = await CallAsync(
            "5",
            (arn, received) =>
            {
                invoked.Add(arn);
                return arn == GetFlowResultArn ? NotStarted
                    : invoked.Count(one => one == ExecuteFlowArn) == 1 ? first
                    : Succeeded;
            }
        );

        Assert.Equal(
            first == Busy ? [ExecuteFlowArn, ExecuteFlowArn] : [ExecuteFlowArn, GetFlowResultArn, ExecuteFlowArn],
            invoked
        );
        Assert.Contains("Your lead is L-1001.", call.Heard);
    }

    [Fact]
    public async Task A_run_that_never_begins_promises_the_caller_nothing()
    {
        var starts = 0;
        var call = await CallAsync(
            "5",
            (arn, _) =>
            {
                starts += arn == ExecuteFlowArn ? 1 : 0;
                return Busy;
            }
        );
        Assert.Equal(11, starts);
        Assert.Equal("We are sorry, that is not possible at the moment. Please call again later.", call.Heard.SkipLast(1).Last());
    }

    // What the run did before that is not undone, and asking again gives the same answer.
    [Fact]
    public async Task A_run_that_ended_busy_is_not_started_again()
    {
        var starts = 0;
        await CallAsync(
            "5",
            (_, _) =>
            {
                starts++;
                return Busy.Replace("NONE", "run-1");
            }
        );
        Assert.Equal(1, starts);
    }

    [Theory]
    [InlineData("find_case", 2)]
    [InlineData("create_lead", 1)]
    public async Task Only_a_flow_that_only_reads_is_started_again_after_an_unknown_result(string flow, int starts)
    {
        var asked = 0;
        await CallAsync(
            "5",
            (_, _) => ++asked == 1 ? Busy.Replace("Busy", "FlowTimeout").Replace("NONE", "run-1") : Succeeded,
            flow
        );
        Assert.Equal(starts, asked);
    }

    [Theory]
    [InlineData("FAILED", "FlowFailed", "We are sorry. We are closed today.")]
    [InlineData("FAILED", "ApiTimeout", "We are sorry. We are closed today.")]
    [InlineData("FAILED", "OrderCancelled", "We are sorry. We are closed today.")]
    [InlineData("FAILED", "FlowTimeout", "We are sorry, that is not possible at the moment. Please call again later.")]
    [InlineData("FAILED", "FlowExpression", "We are sorry. We are closed today.")]
    [InlineData("REJECTED", "PayloadInvalid", "We are sorry, that did not work. Please call again later.")]
    [InlineData("SOMETHING", "NONE", "We are sorry, that did not work. Please call again later.")]
    public async Task Every_failure_has_its_sentence_and_a_goodbye(string status, string errorCode, string sentence)
    {
        var call = await CallAsync(
            "5",
            (_, _) => $$"""{"status":"{{status}}","runId":"NONE","errorCode":"{{errorCode}}","message":"We are closed today."}"""
        );
        Assert.Equal([sentence, "Thank you for calling. Goodbye."], call.Heard.TakeLast(2));
        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
        Assert.NotNull(call.Problem);
    }

    [Theory]
    [InlineData("3", "That is not a valid key.")]
    [InlineData(null, "We did not hear a key. Please call again.")]
    public async Task Another_key_and_no_key_end_friendly_and_call_nothing(string? key, string farewell)
    {
        var call = await CallAsync(key, (_, _) => throw new InvalidOperationException("Nothing is to be called."));
        Assert.Equal([farewell, "Thank you for calling. Goodbye."], call.Heard.TakeLast(2));
        Assert.Null(call.Problem);
    }

    [Fact]
    public async Task A_contact_flow_continues_after_the_module()
    {
        const string outer = """
            {"Version":"2019-10-30","StartAction":"Run","Metadata":{},"Actions":[
              {"Identifier":"Run","Type":"InvokeFlowModule","Parameters":{"FlowModuleId":"m-1"},
               "Transitions":{"NextAction":"After","Errors":[{"NextAction":"After","ErrorType":"NoMatchingError"}]}},
              {"Identifier":"After","Type":"MessageParticipant","Parameters":{"Text":"And now something else."},
               "Transitions":{"NextAction":"End","Errors":[{"NextAction":"End","ErrorType":"NoMatchingError"}]}},
              {"Identifier":"End","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}
            """;
        var module = ContactFlowReader.Read(ConnectExporter.Module(Request("create_lead", "5"))).Flow!;
        var options = Calls.With(Calls.Answers(Succeeded), null, "5") with
        {
            Modules = new Dictionary<string, ContactFlow> { ["m-1"] = module },
        };
        var call = await ContactFlowSimulator.CallAsync(
            ContactFlowReader.Read(outer).Flow!,
            options,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["Your lead is L-1001.", "And now something else."], call.Heard.TakeLast(2));
        Assert.Null(call.Problem);
    }

    // Connect's own retries of a block send the same event: they are the same step as long as the attribute is.
    [Fact]
    public async Task A_module_that_is_used_again_asks_for_another_run_once_one_has_succeeded()
    {
        const string outer = """
            {"Version":"2019-10-30","StartAction":"Again","Metadata":{},"Actions":[
              {"Identifier":"Again","Type":"Loop","Parameters":{"LoopCount":"5"},"Transitions":{"NextAction":"End","Conditions":[
                {"NextAction":"Run","Condition":{"Operator":"Equals","Operands":["ContinueLooping"]}},
                {"NextAction":"End","Condition":{"Operator":"Equals","Operands":["DoneLooping"]}}]}},
              {"Identifier":"Run","Type":"InvokeFlowModule","Parameters":{"FlowModuleId":"m-1"},
               "Transitions":{"NextAction":"Again","Errors":[{"NextAction":"Again","ErrorType":"NoMatchingError"}]}},
              {"Identifier":"End","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}
            """;
        string[] answers =
        [
            """{"status":"FAILED","runId":"run-0","errorCode":"ApiTimeout","message":"NONE"}""",
            Succeeded,
            Succeeded.Replace("run-1", "run-2"),
            """{"status":"REJECTED","runId":"NONE","errorCode":"Internal","message":"NONE"}""",
            Succeeded,
        ];
        var steps = new List<string?>();
        var module = ContactFlowReader.Read(ConnectExporter.Module(Request("create_lead", "5"))).Flow!;
        var options = Calls.With(Answered) with { Modules = new Dictionary<string, ContactFlow> { ["m-1"] = module } };
        await ContactFlowSimulator.CallAsync(ContactFlowReader.Read(outer).Flow!, options, TestContext.Current.CancellationToken);
        Assert.Equal([null, null, "run-1", "run-2", "run-2"], steps);

        ValueTask<FunctionAnswer> Answered(
            string functionArn,
            ReadOnlyMemory<byte> received,
            TimeSpan limit,
            CancellationToken cancellationToken
        )
        {
            var parameters = JsonElement.Parse(received.Span).GetProperty("Details").GetProperty("Parameters");
            Assert.False(parameters.TryGetProperty("requestKey", out _));
            steps.Add(parameters.GetProperty("afterRunId").GetString());
            return new(Calls.Answer(answers[steps.Count - 1]));
        }
    }

    private static ExportRequest Request(string flow, string key) =>
        ExportRequest.For(TenantId.Parse("acme"), SampleFlows.Read(flow), key, ExecuteFlowArn, GetFlowResultArn);

    private static JsonObject Parameters(string document, string action) =>
        JsonNode.Parse(document)!["Actions"]!.AsArray().Single(one => (string)one!["Identifier"]! == action)!["Parameters"]![
            "LambdaInvocationAttributes"
        ]!.AsObject();

    private static async Task<CallResult> CallAsync(
        string? key,
        Func<string, JsonElement, string> answer,
        string sample = "create_lead"
    )
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var time = new FakeTimeProvider();
        var flow = ContactFlowReader.Read(ConnectExporter.ContactFlow(Request(sample, "5"))).Flow!;
        var calling = ContactFlowSimulator.CallAsync(
            flow,
            Calls.With((arn, received, _, _) => new(Calls.Answer(answer(arn, JsonElement.Parse(received.Span)))), time, key),
            TestContext.Current.CancellationToken
        );
        while (!calling.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
        }

        return await calling;
    }
}
