using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Reading;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf call</c> on a contact flow of the user's own: the one that was exported for another deployment.</summary>
public sealed class OwnContactFlowTests : IDisposable
{
    private const string ExecuteFlowArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:eu-central-1:444455556666:function:cxf-prod-GetFlowResult:live";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-contact-flow-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_runs_with_the_functions_that_replace_its_own()
    {
        var (code, output) = await CxfProcess.RunAsync(
            "call",
            "--press",
            "7",
            "--contact-flow",
            await WriteAsync(),
            "--lambda",
            $"{ExecuteFlowArn}=ExecuteFlow",
            "--lambda",
            $"{GetFlowResultArn}=GetFlowResult"
        );
        Assert.Equal(0, code);
        Assert.Matches("says .*\"Thank you. Your request is noted. Its number is L-[0-9]+.\"", output);
    }

    [Theory]
    [InlineData("create_lead", false)]
    [InlineData("$.Attributes.flow", true)]
    public async Task The_flows_that_it_names_are_published_and_all_flows_if_it_names_one_at_run_time(
        string named,
        bool publishesAll
    )
    {
        using var samples = new FewSamples("acme/create_lead", "acme/welcome");
        var contactFlow = await WriteAsync();
        var document = await File.ReadAllTextAsync(contactFlow, TestContext.Current.CancellationToken);
        const string name = "\"flowId\": \"create_lead\"";
        Assert.Contains(name, document);
        await File.WriteAllTextAsync(
            contactFlow,
            document.Replace(name, $"\"flowId\": \"{named}\""),
            TestContext.Current.CancellationToken
        );

        var (code, output) = await CxfProcess.RunAsync(
            "call",
            "--config",
            samples.Path,
            "--press",
            "7",
            "--contact-flow",
            contactFlow,
            "--attribute",
            "flow=create_lead",
            "--lambda",
            $"{ExecuteFlowArn}=ExecuteFlow",
            "--lambda",
            $"{GetFlowResultArn}=GetFlowResult"
        );

        Assert.True(code == 0, output);
        Assert.Contains("Its number is L-1001.", output);
        Assert.Equal(publishesAll, output.Contains("Other flows "));
    }

    [Fact]
    public async Task All_functions_without_a_replacement_are_named_with_their_locations()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", "7", "--contact-flow", await WriteAsync());
        Assert.Equal(2, code);
        Assert.Contains("(Execute the flow)", output);
        Assert.Contains("(Get the result)", output);
    }

    [Fact]
    public async Task The_command_decides_digits_hours_random_numbers_intents_and_foreign_functions()
    {
        var flow = Path.Combine(_folder.FullName, "whole.json");
        await File.WriteAllTextAsync(flow, Whole, TestContext.Current.CancellationToken);
        var answer = Path.Combine(_folder.FullName, "answer.json");
        await File.WriteAllTextAsync(answer, """{"name":"Ada"}""", TestContext.Current.CancellationToken);
        string[] call =
        [
            "call",
            "--contact-flow",
            flow,
            "--lambda",
            $"arn:other={answer}",
            "--lambda",
            $"{ExecuteFlowArn}=ExecuteFlow",
        ];
        var (code, output) = await CxfProcess.RunAsync([
            .. call,
            "--press",
            "2,4711",
            "--closed",
            "--draw",
            "60",
            "--metric",
            "NumberOfAgentsOnline=0",
            "--intent",
            "Yes",
        ]);
        Assert.True(code == 0, output);
        Assert.Matches(
            "(?s)presses 2.*presses 4 keys.*\"Ada 4711\".*= False.*NumberLessThan "
                + "80.*NoMatchingCondition.*understands Yes.*hangs up",
            output
        );
        (code, output) = await CxfProcess.RunAsync([.. call, "--press", "1,4711#"]);
        Assert.Equal(1, code);
        Assert.Matches("(?s)\"Ada 4711\".*= True.*NumberLessThan 50.*NumberGreaterThan 0.*no intent was given", output);

        // Of a flow that is called, even what is only good to know is told; of others, only what is wrong.
        Assert.Contains("CXF2402", output);
    }

    [Theory]
    [InlineData("--draw", "0")]
    [InlineData("--draw", "some")]
    [InlineData("--metric", "NumberOfAgents=1")]
    [InlineData("--metric", "NumberOfAgentsOnline")]
    [InlineData("--lambda", "arn:other=no-such-file.json")]
    public async Task A_usage_error_names_the_problem(params string[] arguments)
    {
        var (code, output) = await CxfProcess.RunAsync(["call", .. arguments]);
        Assert.Equal(2, code);
        Assert.Contains("Usage", output);
    }

    private async Task<string> WriteAsync()
    {
        var document = await File.ReadAllTextAsync(
            ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", "create_lead.json"),
            TestContext.Current.CancellationToken
        );
        var request = ExportRequest.For(
            TenantId.Parse("acme"),
            FlowReader.Read(JsonSource.Parse(document)).Flow!,
            "7",
            ExecuteFlowArn,
            GetFlowResultArn
        );
        var file = Path.Combine(_folder.FullName, "own.json");
        await File.WriteAllTextAsync(file, ConnectExporter.ContactFlow(request), TestContext.Current.CancellationToken);
        return file;
    }

    // Names the flow note_complaint, and never gets to it.
    private static string Whole =>
        $$"""
            {
              "Version": "2019-10-30", "StartAction": "Menu", "Metadata": {},
              "Actions": [
                {
                  "Identifier": "Menu", "Type": "GetParticipantInput", "Parameters": { "Text": "Press 1 or 2.",
                   "StoreInput": "False", "InputTimeLimitSeconds": "5" },
                  "Transitions": { "NextAction": "End", "Conditions": [{{Branch("Equals", "1", "Digits")}}, {{Branch(
                "Equals",
                "2",
                "Digits"
            )}}], "Errors": [{{Error("InputTimeLimitExceeded", "End")}}, {{Error("NoMatchingCondition", "End")}}, {{Error(
                "NoMatchingError",
                "End"
            )}}] }
                },
                {
                  "Identifier": "Digits", "Type": "GetParticipantInput",
                  "Parameters": { "Text": "Your number?", "StoreInput": "True", "InputTimeLimitSeconds": "5",
                   "InputValidation": { "CustomValidation": { "MaximumLength": "10" } } },
                  "Transitions": { "NextAction": "Look up", "Errors": [{{Error("NoMatchingError", "End")}}] }
                },
                {
                  "Identifier": "Look up", "Type": "InvokeLambdaFunction", "Parameters": { "LambdaFunctionARN": "arn:other",
                   "InvocationTimeLimitSeconds": "8" },
                  "Transitions": { "NextAction": "Say", "Errors": [{{Error("NoMatchingError", "Run")}}] }
                },
                {
                  "Identifier": "Say", "Type": "MessageParticipant",
                   "Parameters": { "Text": "$.External.name $.StoredCustomerInput" },
                  "Transitions": { "NextAction": "Hours", "Errors": [{{Error("NoMatchingError", "End")}}] }
                },
                {
                  "Identifier": "Hours", "Type": "CheckHoursOfOperation", "Parameters": {},
                  "Transitions": { "NextAction": "Split", "Conditions": [{{Branch("Equals", "True", "Split")}}, {{Branch(
                "Equals",
                "False",
                "Split"
            )}}], "Errors": [{{Error("NoMatchingError", "End")}}] }
                },
                {
                  "Identifier": "Split", "Type": "DistributeByPercentage", "Parameters": {},
                  "Transitions": { "NextAction": "Agents", "Conditions": [{{Branch("NumberLessThan", "50", "Agents")}}, {{Branch(
                "NumberLessThan",
                "80",
                "Agents"
            )}}], "Errors": [{{Error("NoMatchingCondition", "End")}}] }
                },
                {
                  "Identifier": "Agents", "Type": "CheckMetricData", "Parameters": { "MetricType": "NumberOfAgentsOnline" },
                  "Transitions": { "NextAction": "Bot", "Conditions": [{{Branch(
                "NumberGreaterThan",
                "0",
                "Bot"
            )}}], "Errors": [{{Error("NoMatchingCondition", "Bot")}}, {{Error("NoMatchingError", "End")}}] }
                },
                {
                  "Identifier": "Bot", "Type": "ConnectParticipantWithLexBot", "Parameters": { "Text": "Anything else?",
                   "LexV2Bot": { "AliasArn": "arn:bot" } },
                  "Transitions": { "NextAction": "End", "Conditions": [{{Branch("Equals", "Yes", "End")}}], "Errors": [{{Error(
                "NoMatchingCondition",
                "End"
            )}}, {{Error("NoMatchingError", "End")}}] }
                },
                {
                  "Identifier": "Run", "Type": "InvokeLambdaFunction",
                  "Parameters": { "LambdaFunctionARN": "{{ExecuteFlowArn}}", "InvocationTimeLimitSeconds": "8",
                   "LambdaInvocationAttributes": { "tenantId": "acme", "flowId": "note_complaint" } },
                  "Transitions": { "NextAction": "End", "Errors": [{{Error("NoMatchingError", "End")}}] }
                },
                { "Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }
              ]
            }
            """;

    private static string Branch(string op, string operand, string next) =>
        $$"""{ "NextAction": "{{next}}", "Condition": { "Operator": "{{op}}", "Operands": ["{{operand}}"] } }""";

    private static string Error(string type, string next) => $$"""{ "NextAction": "{{next}}", "ErrorType": "{{type}}" }""";
}
