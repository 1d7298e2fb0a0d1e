using System.Text.Json;
using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Trials;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

public sealed class TryCommandTests
{
    private const string Flow = "acme/create_lead";

    [Fact]
    public async Task A_step_calls_its_connection_and_shows_request_and_answer()
    {
        var (code, output) = await FlowFolder.RunAsync("try", "rest_api_1", "--flow", Flow);

        Assert.Equal(0, code);
        Assert.Matches(
            "^Step       rest_api_1 of acme/create_lead\n"
                + "Payload    {\"recordType\": \"lead\", \"userInput\": \"5\"} in the situation of the test \"[^\"]*\"\n"
                + "Request    POST http://127.0.0.1:[0-9]+/leads\n"
                + "           {\"recordType\": \"lead\", \"interest\": \"key 5\", \"phone\": \"\\*\\*\\*\", .*}\n"
                + "Answer     201 after [0-9.]+ m?s\n"
                + "           {\"id\": \"L-1001\"}\n"
                + "Sets       rest_api_1 to the answer\n"
                + "Then       decision_1\n$",
            output
        );
    }

    /// <summary>A stub calls nothing: the CRM of this address would refuse.</summary>
    [Theory]
    [InlineData("201", 0, "decision_1")]
    [InlineData("""{"status": 201, "body": {"id": "X-7"}}""", 0, "decision_1")]
    [InlineData("503", 1, "fail_1")]
    [InlineData("timeOut", 1, "fail_1")]
    [InlineData("ApiNotFound", 1, "fail_1")]
    [InlineData("\"ApiNotFound\"", 1, "fail_1")]
    public async Task A_stub_answers_in_the_words_of_a_flow_test(string stub, int code, string next)
    {
        var (actual, output) = await FlowFolder.RunAsync("try", "rest_api_1", "--flow", Flow, "--stub", stub, "--json");

        Assert.Equal((code, next), (actual, JsonElement.Parse(output).GetProperty("next").GetString()));
    }

    [Theory]
    [InlineData("respond_1", """{"rest_api_1": {"status": 201, "body": {"id": "Z-9"}}}""", "Its number is Z-9.")]
    [InlineData("decision_1", """{"rest_api_1": {"status": 409, "body": {}}}""", "Then       respond_2")]
    public async Task Variables_replace_what_earlier_steps_have_set(string step, string variables, string shown)
    {
        var (_, output) = await FlowFolder.RunAsync("try", step, "--flow", Flow, "--variables", variables);

        Assert.Contains(shown, output);
    }

    [Theory]
    [InlineData("rest_api_9", Flow, "The flow has no step \"rest_api_9\". Its steps are: rest_api_1, decision_1,")]
    [InlineData("rest_api_1", "acme/nothing", "There is no flow acme/nothing")]
    [InlineData("for_each_1", "acme/order_overview", "The step for_each_1 contains other steps. Try one of them: rest_api_1,")]
    [InlineData("rest_api_1", Flow, "--stub: The number is not a whole number from 100 to 599.", "--stub", "7")]
    [InlineData("rest_api_1", Flow, "--stub: \"ApiSlow\" is not", "--stub", "\"ApiSlow\"")]
    [InlineData("decision_1", Flow, "--stub: The step decision_1 calls nothing", "--stub", "200")]
    [InlineData("rest_api_1", Flow, "The flow does not accept this payload: payload.recordType is missing", "--payload", "{}")]
    public async Task What_cannot_be_tried_is_refused(string step, string flow, string problem, params string[] more)
    {
        var (code, output) = await FlowFolder.RunAsync(["try", step, "--flow", flow, .. more]);

        Assert.Equal(2, code);
        Assert.Contains(problem, output);
    }

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file)),
        ];

    /// <summary>Each step that calls something gets the first answer of the first test that reaches it.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_calling_step_of_the_samples_can_be_tried(string sample)
    {
        var path = ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", $"{sample}.json");
        var cancel = TestContext.Current.CancellationToken;
        var document = await FlowDocument.ReadAsync(FlowFile.Find(new FileInfo(path)).Single(), cancel);
        var flow = document.Reading.Flow!;
        var compiled = document.Compile(flow);
        using var service = new StepFunctionsService();
        foreach (var state in compiled.States)
        {
            StepStub stub;
            try
            {
                stub = StepStub.Read("ApiUnavailable", state, document.Target, FlowTest.DefaultStart);
            }
            catch (ArgumentException)
            {
                continue;
            }

            var situation = StepSituation.Of(document, flow, compiled, state, null, cancel);
            Assert.NotNull(situation?.Test);

            var trial = await StepTrial.RunAsync(service, compiled, state, situation, stub, cancel);

            Assert.NotNull(trial.Sent((_, _) => null));
            Assert.DoesNotContain("QueryEvaluation", trial.Result.Error ?? "");
        }
    }
}
