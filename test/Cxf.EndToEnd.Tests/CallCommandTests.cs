using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

public sealed partial class CallCommandTests
{
    /// <summary>Every sample flow.</summary>
    public static TheoryData<string> Flows =>
        [
            .. Directory
                .EnumerateFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants"), "*.json", SearchOption.AllDirectories)
                .Select(file =>
                    Path.GetRelativePath(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants"), file)
                        .Split(Path.DirectorySeparatorChar)
                )
                .Where(parts => parts is [_, "flows", _])
                .Select(parts => $"{parts[0]}/{Path.GetFileNameWithoutExtension(parts[2])}")
                .Order(),
        ];

    [Fact]
    public async Task A_call_that_presses_5_hears_the_number_of_its_lead()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", "5");
        Assert.Equal(0, code);
        Assert.Matches("says .*\"Thank you. Your request is noted. Its number is L-[0-9]+.\"", output);
        Assert.Matches(@"rest_api_1 +Task +[0-9]+ ms  POST http://[0-9.:]+/leads \{.* -> 201 \{""id"": ""L-1001""\}", output);
        Assert.Matches(@"decision_1 +Choice +[0-9]+ ms  -> respond_1", output);
        Assert.Matches(@"respond_1 +Task", output);
        Assert.DoesNotContain("12025550100", output);
        Assert.DoesNotContain("CXF", output);
    }

    [Fact]
    public async Task The_readme_shows_what_the_first_command_prints()
    {
        var readme = await File.ReadAllTextAsync(ProjectRoot.Path("README.md"), TestContext.Current.CancellationToken);
        var start = readme.IndexOf("$ dotnet run --project src/Cxf.Local -- call --press 5\n", StringComparison.Ordinal);
        var block = readme[(readme.IndexOf('\n', start) + 1)..readme.IndexOf("```", start, StringComparison.Ordinal)];
        var (_, output) = await CxfProcess.RunAsync("call", "--press", "5");
        Assert.Equal(WithoutWhatVaries(block), WithoutWhatVaries(output));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Every_sample_flow_can_be_called_without_preparation(string flow)
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--flow", flow);
        Assert.True(code is 0 or 1, output);
        Assert.DoesNotContain("status=REJECTED", output);
        Assert.Contains("Execution ", output);
        Assert.Contains("Amazon Connect would accept this contact flow", output);

        // The third party does not exist, or does not know the caller; the cause is there to read.
        Assert.True(code == 0 || FailedStep().IsMatch(output), output);
    }

    [Fact]
    public async Task An_example_payload_is_shown_with_its_origin_and_without_personal_data()
    {
        var (_, output) = await CxfProcess.RunAsync("call", "--flow", "acme/take_payment");
        Assert.Contains("""Payload         {"customerId": "***", "cents": "1999"} from the test "A payment is taken".""", output);
    }

    [Fact]
    public async Task A_payload_of_ones_own_is_sent_as_it_is()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{ "topic": "none of these" }""", TestContext.Current.CancellationToken);
            var (code, output) = await CxfProcess.RunAsync("call", "--flow", "acme/report_problem", "--payload", "@" + file);
            Assert.Equal(1, code);
            Assert.Contains("errorCode=PayloadInvalid", output);
            (_, output) = await CxfProcess.RunAsync("call", "--payload", """{"recordType": "lead", "userInput": "7"}""");
            Assert.Contains("\"interest\": \"key 7\"", output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_caller_answers_the_questions_of_the_exported_contact_flow()
    {
        var (_, output) = await CxfProcess.RunAsync(
            "call",
            "--flow",
            "acme/take_payment",
            "--press",
            "1999#,1,7",
            "--attribute",
            "customerId=C-4711"
        );
        Assert.Contains("asks     \"Please enter the amount in cents. Enter up to 6 digits, then press the pound key.\"", output);
        Assert.Contains("asks     \"You entered 1999. If that is correct, press 1. To enter it again, press 2.\"", output);
        Assert.Contains("\"amount\": 1999", output);
        Assert.Contains("The contact flow did not use the keys 7: it asked 2 questions.", output);
        Assert.DoesNotContain("C-4711", output);
    }

    [Fact]
    public async Task A_program_gets_one_json_object()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--json");
        Assert.Equal(0, code);
        var call = JsonElement.Parse(output);
        Assert.Equal("acme/create_lead", call.GetProperty("flow").GetString());
        Assert.True(call.GetProperty("expected").GetBoolean());
        Assert.Equal("create_lead", Assert.Single(call.GetProperty("flows").EnumerateArray()).GetProperty("flowId").GetString());
        var step = call.GetProperty("executions")[0]
            .GetProperty("steps")
            .EnumerateArray()
            .Single(step => step.GetProperty("name").GetString() == "rest_api_1");
        Assert.Equal("POST", step.GetProperty("sent").GetProperty("method").GetString());
        Assert.Equal("***", step.GetProperty("sent").GetProperty("body").GetProperty("phone").GetString());
        Assert.Equal(
            "L-1001",
            step.GetProperty("variables").GetProperty("rest_api_1").GetProperty("body").GetProperty("id").GetString()
        );

        (code, output) = await CxfProcess.RunAsync("call", "--json", "--flow", "acme/nowhere");
        Assert.Equal(2, code);
        Assert.StartsWith("There is no flow acme/nowhere", JsonElement.Parse(output).GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("3")]
    [InlineData("none")]
    [InlineData("*")]
    public async Task Another_key_or_none_ends_on_a_branch_that_the_flow_foresees(string key)
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", key);
        Assert.Equal(0, code);
        Assert.DoesNotContain("invokes", output);
    }

    [Theory]
    [InlineData("--crm-down", "ApiUnavailable")]
    [InlineData("--crm-slow", "ApiTimeout")]
    public async Task A_third_party_in_trouble_ends_the_call_on_its_error_branch(string trouble, string word)
    {
        var (code, output) = await CxfProcess.RunAsync("call", trouble);
        Assert.Equal(1, code);
        Assert.Contains($"errorCode={word}", output);
        Assert.Contains("We are sorry. Our customer system does not answer at the moment.", output);
    }

    [Theory]
    [InlineData("call", "--press", "7x")]
    [InlineData("call", "--press", "")]
    [InlineData("call", "--press", "5,")]
    [InlineData("call", "--press", "5;1")]
    [InlineData("call", "--crm", "not a url")]
    [InlineData("call", "--crm-down", "--crm-slow")]
    [InlineData("call", "--payload", "{")]
    [InlineData("call", "--payload", "[1]")]
    [InlineData("call", "--payload", "@nowhere.json")]
    [InlineData("call", "--unknown")]
    [InlineData("dial")]
    public async Task A_usage_error_names_the_problem(params string[] arguments)
    {
        var (code, output) = await CxfProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains("Usage", output);
    }

    // Ports, run IDs, durations, and how many spaces a duration leaves.
    private static string WithoutWhatVaries(string output) =>
        Varying()
            .Replace(
                output.ReplaceLineEndings("\n").TrimEnd(),
                match =>
                    match.Value.EndsWith('s') ? "TIME"
                    : match.Value.StartsWith("127") ? "HOST"
                    : "RUN"
            );

    [GeneratedRegex(@"(ApiMisconfigured|FlowFailed[.A-Za-z]*): \w+")]
    private static partial Regex FailedStep();

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]+| *[0-9]+(\.[0-9])? m?s\b|[0-9a-f]{8}-(…|[0-9a-f-]+)")]
    private static partial Regex Varying();
}
