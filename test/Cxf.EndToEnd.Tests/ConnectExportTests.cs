using System.Text.RegularExpressions;
using Cxf.ContactFlows;
using CrmServer = Cxf.EndToEnd.Tests.CallApi.ThirdParty;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf connect export</c> as its user runs it, and <c>cxf call</c> on the files that it wrote.</summary>
public sealed partial class ConnectExportTests : IDisposable
{
    private const string ExecuteFlowArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-GetFlowResult:live";
    private const string ModuleId = "8a1c0b7e-5f0b-4c53-8a0e-000000000001";

    private static readonly string[] Functions =
    [
        "--lambda",
        $"{ExecuteFlowArn}=ExecuteFlow",
        "--lambda",
        $"{GetFlowResultArn}=GetFlowResult",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-export-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_files_are_valid_and_a_call_on_them_runs_the_flow()
    {
        await PublishAsync();
        var output = await ExportAsync("acme/create_lead");
        foreach (var file in new[] { File("create_lead.contact-flow.json"), File("create_lead.module.json") })
        {
            Assert.Contains(file, output);
            Assert.Empty(
                ContactFlowReader
                    .Read(await System.IO.File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
                    .Diagnostics
            );
        }

        var (code, call) = await CxfProcess.RunAsync([
            "call",
            "--press",
            "5",
            "--contact-flow",
            File("create_lead.contact-flow.json"),
            .. Functions,
        ]);
        Assert.True(code == 0, call);
        Assert.Matches("says .*\"Thank you. Your request is noted. Its number is L-[0-9]+.\"", call);

        // The module alone, in a contact flow of the user's own that has a menu before it and one after it.
        var own = File("own.json");
        await System.IO.File.WriteAllTextAsync(own, TwoMenus, TestContext.Current.CancellationToken);
        var module = $"{ModuleId}={File("create_lead.module.json")}";
        (code, call) = await CxfProcess.RunAsync([
            "call",
            "--press",
            "1,*",
            "--contact-flow",
            own,
            "--module",
            module,
            .. Functions,
        ]);
        Assert.True(code == 0, call);
        Assert.Matches("(?s)presses 1.*Its number is L-[0-9]+.*presses \\*.*\"You rated us with a star.\"", call);
        (code, call) = await CxfProcess.RunAsync([
            "call",
            "--press",
            "none,*",
            "--contact-flow",
            own,
            "--module",
            module,
            .. Functions,
        ]);
        Assert.True(code == 0, call);
        Assert.DoesNotContain("invokes", call);
        Assert.Contains("\"You rated us with a star.\"", call);
        (_, call) = await CxfProcess.RunAsync(["call", "--press", "1", "--contact-flow", own, "--module", module, .. Functions]);
        Assert.Contains("Its number is L-", call);
        Assert.DoesNotContain("\"You rated us with a star.\"", call);
    }

    [Theory]
    [InlineData("create_lead.module.json")]
    [InlineData("create_lead.tool.json")]
    public async Task A_module_that_is_used_twice_in_a_call_runs_the_flow_twice(string module)
    {
        await PublishAsync();
        await ExportAsync("acme/create_lead");
        await System.IO.File.WriteAllTextAsync(
            File("twice.json"),
            Uses(2, """{ "userInput": "5" }"""),
            TestContext.Current.CancellationToken
        );
        var (code, call) = await CxfProcess.RunAsync([
            "call",
            "--strict",
            "--contact-flow",
            File("twice.json"),
            "--module",
            $"{ModuleId}={File(module)}",
            .. Functions,
        ]);
        Assert.True(code == 0, call);
        Assert.Contains("Its number is L-1001.", call);
        Assert.Contains("Its number is L-1002.", call);
    }

    // An agent that is told to use the tool again gets the answer of the same run; after that, another run starts.
    [Fact]
    public async Task A_tool_returns_the_result_of_a_long_run_when_it_is_used_again()
    {
        await PublishAsync();
        await ExportAsync("acme/request_callback");
        var agent = Uses(4, "{}");
        await System.IO.File.WriteAllTextAsync(File("agent.json"), agent, TestContext.Current.CancellationToken);
        var (code, call) = await CxfProcess.RunAsync([
            "call",
            "--strict",
            "--contact-flow",
            File("agent.json"),
            "--module",
            $"{ModuleId}={File("request_callback.tool.json")}",
            .. Functions,
        ]);
        Assert.True(code == 0, call);
        var answers = Answers()
            .Matches(call)
            .Select(match => (Status: match.Groups[1].Value, Run: match.Groups[2].Value))
            .ToList();
        Assert.Equal("RUNNING", answers[0].Status);
        var succeeded = answers.FindIndex(answer => answer.Status == "SUCCEEDED");
        Assert.All(answers.Take(succeeded + 1), answer => Assert.Equal(answers[0].Run, answer.Run));
        Assert.All(answers.Skip(succeeded + 1), answer => Assert.NotEqual(answers[0].Run, answer.Run));
        Assert.DoesNotContain("GetFlowResult", call);
    }

    [Fact]
    public async Task A_contact_flow_that_leads_back_to_its_menu_runs_the_flow_once()
    {
        await PublishAsync();
        await ExportAsync("acme/create_lead");

        // The key names the step, and the first answer is told again.
        var contactFlow = await System.IO.File.ReadAllTextAsync(
            File("create_lead.contact-flow.json"),
            TestContext.Current.CancellationToken
        );
        const string goodbye = "\"NextAction\": \"Say goodbye\"";
        Assert.Contains(goodbye, contactFlow);
        await System.IO.File.WriteAllTextAsync(
            File("back.json"),
            contactFlow.Replace(goodbye, "\"NextAction\": \"Offer the menu\""),
            TestContext.Current.CancellationToken
        );
        var (_, call) = await CxfProcess.RunAsync(["call", "--press", "5,5", "--contact-flow", File("back.json"), .. Functions]);
        Assert.Equal(2, call.Split('\n').Count(line => line.Contains("  invokes  ")));
        Assert.Contains("Its number is L-1001.", call);
        Assert.DoesNotContain("L-1002", call);
    }

    // A CRM that is busy at first, and then takes as long as it takes the caller to be told twice that the run goes on.
    [Fact]
    public async Task A_long_run_is_asked_for_until_it_has_its_answer()
    {
        await PublishAsync();
        await ExportAsync("acme/request_callback");
        var (asked, running) = (0, 0);
        var toldTwice = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var crm = await CrmServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                await CrmServer.AnswerAsync(context, "{}", 503);
                return;
            }

            await toldTwice.Task.WaitAsync(context.RequestAborted);
            await CrmServer.AnswerAsync(context, """{"id":"L-77"}""", 201);
        });
        var (code, call) = await CxfProcess.RunAsync(
            line =>
            {
                if (line.Contains("status=RUNNING") && ++running == 2)
                {
                    toldTwice.SetResult();
                }
            },
            [
                "call",
                "--press",
                "5",
                "--crm",
                crm.Url.ToString(),
                "--contact-flow",
                File("request_callback.contact-flow.json"),
                .. Functions,
            ]
        );
        Assert.True(code == 0, call);
        Assert.Equal(2, asked);
        var invoked = call.Split('\n').Where(line => line.Contains("  invokes  ")).ToList();
        Assert.Contains("ExecuteFlow", invoked[0]);
        Assert.True(invoked.Count >= 3, call);
        Assert.All(invoked.Skip(1), line => Assert.Contains("GetFlowResult", line));
        Assert.Equal(invoked.Count - 1, call.Split('\n').Count(line => line.Contains("status=RUNNING")));
        Assert.Contains("\"One moment please. We are working on it.\"", call);
        Assert.Contains("\"Your callback has the number L-77.\"", call);
    }

    [Fact]
    public async Task A_flow_that_is_not_published_is_refused_and_nothing_is_written()
    {
        await PublishAsync();
        var (code, output) = await CxfProcess.RunAsync(Arguments("acme/no_such_flow"));
        Assert.Equal(1, code);
        Assert.Contains("There is no published flow acme/no_such_flow", output);
        Assert.Empty(_folder.EnumerateFiles("*.json"));
    }

    [Theory]
    [InlineData]
    [InlineData("acme")]
    [InlineData("acme/create_lead")]
    [InlineData("acme/create_lead", "--execute-flow", "arn")]
    [InlineData("acme/create_lead", "--template", "--execute-flow", "arn", "--get-flow-result", "arn")]
    [InlineData("acme/create_lead", "--template", "--key", "55")]
    public async Task A_usage_error_names_the_problem(params string[] arguments)
    {
        var (code, output) = await CxfProcess.RunAsync(["connect", "export", .. arguments]);
        Assert.Equal(2, code);
        Assert.Contains("Usage", output);
    }

    private async Task PublishAsync()
    {
        using var samples = new FewSamples("acme/create_lead", "acme/request_callback");
        var (code, output) = await CxfProcess.RunAsync(
            "publish",
            samples.Path,
            "--set",
            "CrmUrl=https://crm.example.com",
            "--folder",
            File("deployment")
        );
        Assert.True(code == 0, output);
    }

    private async Task<string> ExportAsync(string flow)
    {
        var (code, output) = await CxfProcess.RunAsync(Arguments(flow));
        Assert.True(code == 0, output);
        return output;
    }

    private IEnumerable<string> Arguments(string flow) =>
        [
            "connect",
            "export",
            flow,
            "--execute-flow",
            ExecuteFlowArn,
            "--get-flow-result",
            GetFlowResultArn,
            "--out",
            _folder.FullName,
            "--folder",
            File("deployment"),
        ];

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private static string Uses(int rounds, string input) =>
        $$"""
            {
              "Version": "2019-10-30", "StartAction": "Round", "Metadata": {},
              "Actions": [
                {
                  "Identifier": "Round", "Type": "Loop", "Parameters": { "LoopCount": "{{rounds}}" },
                  "Transitions": {
                    "NextAction": "Hang up",
                    "Conditions": [
                      { "NextAction": "Run", "Condition": { "Operator": "Equals", "Operands": ["ContinueLooping"] } },
                      { "NextAction": "Hang up", "Condition": { "Operator": "Equals", "Operands": ["DoneLooping"] } }
                    ]
                  }
                },
                {
                  "Identifier": "Run", "Type": "InvokeFlowModule", 
                  "Parameters": { "FlowModuleId": "{{ModuleId}}:$LATEST", "Input": {{input}} },
                  "Transitions": { "NextAction": "Think", "Errors": [{ "NextAction": "Hang up",
                   "ErrorType": "NoMatchingError" }] }
                },
                {
                  "Identifier": "Think", "Type": "MessageParticipant",
                  "Parameters": { "SSML": "<speak><break time='1s'/></speak>" },
                  "Transitions": { "NextAction": "Round", "Errors": [{ "NextAction": "Hang up",
                   "ErrorType": "NoMatchingError" }] }
                },
                { "Identifier": "Hang up", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }
              ]
            }
            """;

    [GeneratedRegex(@"status=([A-Z]+)  runId=([0-9a-f-]+)")]
    private static partial Regex Answers();

    private static string TwoMenus =>
        $$"""
            {
              "Version": "2019-10-30", "StartAction": "Menu", "Metadata": {},
              "Actions": [
                {{Menu("Menu", "For a call back press 1.", "1", "Run", "Rate us")}},
                {
                  "Identifier": "Run", "Type": "InvokeFlowModule", 
                  "Parameters": { "FlowModuleId": "{{ModuleId}}", "Input": { "userInput": "5" } },
                  "Transitions": { "NextAction": "Rate us", "Errors": [{ "NextAction": "Hang up",
                   "ErrorType": "NoMatchingError" }], "Conditions": [] }
                },
                {{Menu("Rate us", "If you liked it press star.", "*", "Say thanks", "Hang up")}},
                {
                  "Identifier": "Say thanks", "Type": "MessageParticipant", "Parameters": { "Text": "You rated us with a star." },
                  "Transitions": { "NextAction": "Hang up", "Errors": [{ "NextAction": "Hang up",
                   "ErrorType": "NoMatchingError" }], "Conditions": [] }
                },
                { "Identifier": "Hang up", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }
              ]
            }
            """;

    private static string Menu(string id, string text, string key, string pressed, string otherwise) =>
        $$"""
            {
              "Identifier": "{{id}}", "Type": "GetParticipantInput",
              "Parameters": { "Text": "{{text}}", "StoreInput": "False", "InputTimeLimitSeconds": "5" },
              "Transitions": {
                "NextAction": "{{otherwise}}",
                "Conditions": [{ "NextAction": "{{pressed}}", "Condition": { "Operator": "Equals", "Operands": ["{{key}}"] } }],
                "Errors": [
                  { "NextAction": "{{otherwise}}", "ErrorType": "InputTimeLimitExceeded" },
                  { "NextAction": "{{otherwise}}", "ErrorType": "NoMatchingCondition" },
                  { "NextAction": "{{otherwise}}", "ErrorType": "NoMatchingError" }
                ]
              }
            }
            """;
}
