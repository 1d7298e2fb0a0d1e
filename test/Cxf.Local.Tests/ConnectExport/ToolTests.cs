using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.ContactFlows.Tests;
using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.Local.Tests.ConnectExport;

/// <summary>The module that an AI agent uses as a tool.</summary>
public sealed class ToolTests
{
    private const string Succeeded =
        """{"status":"SUCCEEDED","runId":"run-1","errorCode":"NONE","message":"Well.","leadId":"L-1"}""";
    private const string Running = """{"status":"RUNNING","runId":"run-1","errorCode":"NONE","message":"NONE"}""";
    private const string Failed = """{"status":"FAILED","runId":"run-1","errorCode":"ApiTimeout","message":"Not now."}""";

    // A contact flow stands for the agent: it uses the tool for each answer and repeats what it got.
    private const string Agent = """
        {"Version":"2019-10-30","StartAction":"Again","Metadata":{},"Actions":[
          {"Identifier":"Again","Type":"Loop","Parameters":{"LoopCount":"ROUNDS"},"Transitions":{"NextAction":"End",
           "Conditions":[{"NextAction":"Use","Condition":{"Operator":"Equals","Operands":["ContinueLooping"]}},
             {"NextAction":"End","Condition":{"Operator":"Equals","Operands":["DoneLooping"]}}]}},
          {"Identifier":"Use","Type":"InvokeFlowModule","Parameters":{"FlowModuleId":"tool","Input":{"userInput":"5"}},
           "Transitions":{"NextAction":"Say","Errors":[{"NextAction":"End","ErrorType":"NoMatchingError"}]}},
          {"Identifier":"Say","Type":"MessageParticipant","Parameters":{
            "Text":"$.Modules.Result|RESULT.status|RESULT.runId|RESULT.errorCode|RESULT.leadId|RESULT.message"},
           "Transitions":{"NextAction":"Again","Errors":[{"NextAction":"End","ErrorType":"NoMatchingError"}]}},
          {"Identifier":"End","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}
        """;

    /// <summary>
    /// The actions of the blocks that a tool may have, as far as the export uses them (administrator guide, Flow modules, "Module
    /// as tool supported blocks").
    /// </summary>
    private static readonly string[] Supported =
    [
        "InvokeLambdaFunction",
        "Compare",
        "UpdateContactAttributes",
        "EndFlowModuleExecution",
    ];

    [Fact]
    public void The_tool_is_the_one_that_was_reviewed()
    {
        GoldenFile.Matches(Reviewed("create_lead.tool.json"), ConnectExporter.Tool(Request("create_lead")));
        GoldenFile.Matches(Reviewed("book_visit.tool-settings.json"), ExportedContract.ToolSettings(Request("book_visit")));
    }

    [Theory]
    [MemberData(nameof(QuestionsTests.Samples), MemberType = typeof(QuestionsTests))]
    public void A_tool_has_only_the_blocks_of_tools_and_keeps_to_its_contract(string sample)
    {
        var reading = Read(sample);

        Assert.Empty(reading.Diagnostics);
        Assert.All(reading.Flow!.Actions, action => Assert.Contains(action.Type, Supported));
        Assert.Contains("status", reading.Flow.Contract!.Outputs);
    }

    // Whatever the contract holds, an agent reads it.
    [Theory]
    [InlineData("""{ "type": "string", "description": "Who calls" }""", "Who calls.")]
    [InlineData("""{ "type": "string", "title": "Name" }""", "Name.")]
    [InlineData("""{ "enum": ["a", 2] }""", "One of: a, 2.")]
    [InlineData("""{ "type": "boolean", "title": "New?" }""", "New? true or false.")]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 9 }""", "A whole number from 1 to 9.")]
    [InlineData("""{ "type": "number", "minimum": 0.5 }""", "A number from 0.5.")]
    [InlineData("""{ "type": "number", "maximum": 7 }""", "A number up to 7.")]
    [InlineData("""{ "type": "integer" }""", "A whole number.")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{8}$" }""", "It must match the regular expression ^[0-9]{8}$")]
    [InlineData("""{ "type": "array" }""", "A JSON array as text.")]
    [InlineData("""{ "type": "object" }""", "A JSON object as text.")]
    [InlineData("""{ "type": "string" }""", null)]
    public void An_agent_reads_what_each_input_is(string field, string? description)
    {
        var settings = JsonNode.Parse(ExportedContract.ToolSettings(Request(QuestionsTests.FlowWith(field))))!;

        Assert.Equal(description, (string?)settings["input"]!["schema"]!["properties"]!["value"]!["description"]);
    }

    [Theory]
    [InlineData(Succeeded, "SUCCEEDED", "run-1", "", "Well.", "L-1")]
    [InlineData(Running, "RUNNING", "run-1", "", "Use this tool again with the same input", "")]
    [InlineData(Failed, "FAILED", "run-1", "ApiTimeout", "Not now.", "")]
    [InlineData(
        """{"status":"REJECTED","errorCode":"PayloadInvalid","message":"No."}""",
        "REJECTED",
        "",
        "PayloadInvalid",
        "No.",
        ""
    )]
    [InlineData("not an answer", "FAILED", "", "", "Use this tool again with the same input", "")]
    public async Task The_agent_gets_what_came_of_the_run(
        string answer,
        string status,
        string runId,
        string errorCode,
        string message,
        string output
    )
    {
        var call = await UseAsync(answer);

        Assert.StartsWith($"{status}|{status}|{runId}|{errorCode}|{output}|", call.Heard.Last());
        Assert.Contains(message, call.Heard.Last());
    }

    // A tool that is used again before it succeeded asks for the same run; after that, for another one.
    [Fact]
    public async Task Two_uses_in_one_call_keep_their_meaning()
    {
        string[] answers = [Running, "nothing", Failed, Succeeded, Running, Succeeded.Replace("run-1", "run-2"), Running];
        var after = new List<string?>();
        await UseAsync(answers, after);

        Assert.Equal([null, null, null, null, "run-1", "run-1", "run-2"], after);
    }

    private static Task<CallResult> UseAsync(string answer) => UseAsync([answer], []);

    private static Task<CallResult> UseAsync(string[] answers, List<string?> after)
    {
        var uses = 0;
        var agent = Agent.Replace("ROUNDS", answers.Length.ToString()).Replace("RESULT", "$.Modules.ResultData");
        var modules = new Dictionary<string, ContactFlow> { ["tool"] = Read("create_lead").Flow! };
        var reading = ContactFlowReader.Read(Encoding.UTF8.GetBytes(agent), modules);
        Assert.Empty(reading.Diagnostics);
        InvokeFunction invoke = (arn, connectEvent, _, _) =>
        {
            Assert.Equal("arn:execute", arn);
            var sent = JsonElement.Parse(connectEvent.Span).GetProperty("Details").GetProperty("Parameters");
            Assert.Equal("5", sent.GetProperty("userInput").GetString());
            after.Add(sent.GetProperty("afterRunId").GetString());
            return new(Calls.Answer(answers[uses++]));
        };
        return ContactFlowSimulator.CallAsync(
            reading.Flow!,
            Calls.With(invoke) with
            {
                Modules = modules,
            },
            TestContext.Current.CancellationToken
        );
    }

    private static ContactFlowReading Read(string sample)
    {
        var request = Request(sample);
        return ContactFlowReader.ReadModule(
            Encoding.UTF8.GetBytes(ConnectExporter.Tool(request)),
            ModuleContract.Read(ExportedContract.ToolSettings(request))
        );
    }

    private static string Reviewed(string file) => ProjectRoot.Path("test", "Cxf.Local.Tests", "ConnectExport", file);

    private static ExportRequest Request(string sample) => Request(SampleFlows.Read(sample));

    private static ExportRequest Request(Flows.Model.FlowDefinition flow) =>
        ExportRequest.For(TenantId.Parse("acme"), flow, "5", "arn:execute", "arn:result");
}
