using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.ContactFlows.Tests;
using Cxf.Documents.Identifiers;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.Local.Tests.ConnectExport;

/// <summary>The inputs, outputs and branches of an exported module.</summary>
public sealed partial class ExportedContractTests
{
    // Every status, with what the module must return.
    private const string Caller = """
        {"Version":"2019-10-30","StartAction":"Run","Metadata":{},"Actions":[
          {"Identifier":"Run","Type":"InvokeFlowModule",
           "Parameters":{"FlowModuleId":"m-1","Input":{"userInput":"7"}},
           "Transitions":{"NextAction":"Other","Conditions":[
             {"NextAction":"Good","Condition":{"Operator":"Equals","Operands":["SUCCEEDED"]}},
             {"NextAction":"Waiting","Condition":{"Operator":"Equals","Operands":["RUNNING"]}},
             {"NextAction":"Bad","Condition":{"Operator":"Equals","Operands":["FAILED"]}},
             {"NextAction":"Refused","Condition":{"Operator":"Equals","Operands":["REJECTED"]}}],
            "Errors":[{"NextAction":"Other","ErrorType":"NoMatchingCondition"},
                      {"NextAction":"Other","ErrorType":"NoMatchingError"}]}},
          SAY(Good,good $.Modules.Result $.Modules.ResultData.runId),
          SAY(Waiting,waiting $.Modules.ResultData.runId),
          SAY(Bad,bad $.Modules.ResultData.errorCode),
          SAY(Refused,refused $.Modules.ResultData.errorCode),
          SAY(Other,other),
          {"Identifier":"Again","Type":"Loop","Parameters":{"LoopCount":"ROUNDS"},"Transitions":{"NextAction":"End","Conditions":[
            {"NextAction":"Run","Condition":{"Operator":"Equals","Operands":["ContinueLooping"]}},
            {"NextAction":"End","Condition":{"Operator":"Equals","Operands":["DoneLooping"]}}]}},
          {"Identifier":"End","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}
        """;

    public static TheoryData<string> Flows => ["create_lead", "request_callback", "order_overview", "bank_balance"];

    [Fact]
    public void The_setting_is_the_one_that_was_reviewed() =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", "Cxf.Local.Tests", "ConnectExport", "create_lead.module-settings.json"),
            ExportedContract.Settings(Request("create_lead"))
        );

    [Theory]
    [MemberData(nameof(Flows))]
    public void The_content_keeps_to_the_contract(string flow)
    {
        var settings = JsonNode.Parse(ExportedContract.Settings(Request(flow)))!;
        var content = ConnectExporter.Module(Request(flow));
        Assert.Empty(
            ContactFlowReader
                .ReadModule(Encoding.UTF8.GetBytes(content), ModuleContract.Read(ExportedContract.Settings(Request(flow))))
                .Diagnostics
        );
        var returns = JsonNode.Parse(content)!["Actions"]!
            .AsArray()
            .Where(action => (string)action!["Type"]! == "EndFlowModuleExecution")
            .Select(action => action!["Parameters"]!)
            .ToList();

        Assert.Equal(
            settings["transitions"]!["results"]!.AsArray().Select(result => (string)result!["name"]!).Order(),
            returns.Select(end => (string)end["Result"]!).Distinct().Order()
        );
        var outputs = Names(settings["resultData"]!);
        Assert.All(returns.SelectMany(end => end["ResultData"]!.AsObject()), member => Assert.Contains(member.Key, outputs));
        Assert.Equal(
            Names(settings["input"]!).Order(),
            InputReference().Matches(content).Select(match => match.Groups[1].Value).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("SUCCEEDED", "NONE", "good SUCCEEDED run-1")]
    [InlineData("RUNNING", "NONE", "waiting run-1")]
    [InlineData("FAILED", "FlowFailed", "bad FlowFailed")]
    [InlineData("FAILED", "ApiTimeout", "bad ApiTimeout")]
    [InlineData("FAILED", "Internal", "bad Internal")]
    [InlineData("REJECTED", "PayloadInvalid", "refused PayloadInvalid")]
    public async Task The_branch_is_the_status_of_the_run(string status, string errorCode, string heard)
    {
        var call = await RunAsync(0, [Answer(status, errorCode)]);

        Assert.Equal(heard, call.Heard.Last());
    }

    [Fact]
    public async Task A_function_that_cannot_be_reached_is_a_failure_whatever_came_before()
    {
        var call = await RunAsync(1, [Answer("REJECTED", "PayloadInvalid"), null, null, null]);

        Assert.Equal("bad NONE", call.Heard.Last());
    }

    [Fact]
    public void The_documented_invocation_keeps_to_the_contract()
    {
        var page = File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "README.md"));
        var invocation = Snippet().Match(page).Groups[1].Value.Replace("<id of the module>", "m-1");
        const string end = """{"Identifier":"NAME","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}""";
        var flow = $$"""
            {"Version":"2019-10-30","StartAction":"Create the lead","Metadata":{},"Actions":[{{invocation}},
             {{end.Replace("NAME", "Continue")}},{{end.Replace("NAME", "To an agent")}}]}
            """;

        Assert.Empty(ContactFlowReader.Read(Encoding.UTF8.GetBytes(flow), Modules()).Diagnostics);
    }

    [Fact]
    public async Task The_input_is_the_payload()
    {
        var sent = new List<string?>();
        await RunAsync(0, [Answer("SUCCEEDED", "NONE")], sent);

        Assert.Equal(["7"], sent);
    }

    private static async Task<CallResult> RunAsync(int again, string?[] answers, List<string?>? sent = null)
    {
        var asked = 0;
        InvokeFunction invoke = (_, connectEvent, _, _) =>
        {
            var parameters = JsonElement.Parse(connectEvent.Span).GetProperty("Details").GetProperty("Parameters");
            sent?.Add(parameters.TryGetProperty("userInput", out var input) ? input.GetString() : null);
            return answers[Math.Min(asked++, answers.Length - 1)] is { } answer
                ? new(Calls.Answer(answer))
                : throw new IOException("down");
        };
        var options = Calls.With(invoke) with
        {
            LongestWait = TimeSpan.Zero,
            TimeProvider = TimeProvider.System,
            Modules = Modules(),
        };
        var caller = Say()
            .Replace(
                Caller.Replace("ROUNDS", again.ToString()),
                """
                {"Identifier":"$1","Type":"MessageParticipant","Parameters":{"Text":"$2"},
                 "Transitions":{"NextAction":"Again","Errors":[{"NextAction":"Again","ErrorType":"NoMatchingError"}]}}
                """
            );
        var reading = ContactFlowReader.Read(Encoding.UTF8.GetBytes(caller), options.Modules);
        Assert.Empty(reading.Diagnostics);
        return await ContactFlowSimulator.CallAsync(reading.Flow!, options, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, ContactFlow> Modules() =>
        new()
        {
            ["m-1"] = ContactFlowReader
                .ReadModule(
                    Encoding.UTF8.GetBytes(ConnectExporter.Module(Request("create_lead"))),
                    ModuleContract.Read(ExportedContract.Settings(Request("create_lead")))
                )
                .Flow!,
        };

    private static string Answer(string status, string errorCode) =>
        $$"""{"status":"{{status}}","runId":"run-1","errorCode":"{{errorCode}}","message":"Well.","leadId":"L-1"}""";

    private static IEnumerable<string> Names(JsonNode part) =>
        part["schema"]!["properties"]!.AsObject().Select(property => property.Key);

    private static ExportRequest Request(string flow) =>
        ExportRequest.For(TenantId.Parse("acme"), SampleFlows.Read(flow), "5", "arn:execute", "arn:result");

    [GeneratedRegex(@"```json\n(\{\n  ""Identifier"".+?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"SAY\((\w+),([^)]*)\)")]
    private static partial Regex Say();

    [GeneratedRegex(@"\$\.Modules\.Input\.(\w+)")]
    private static partial Regex InputReference();
}
