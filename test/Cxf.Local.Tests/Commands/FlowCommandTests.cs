using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.Local.Tests.Commands;

public sealed class FlowCommandTests : IDisposable
{
    private readonly FlowFolder _folder = new();

    [Fact]
    public async Task Flows_without_mistakes_are_clean()
    {
        _folder.Add("create_lead");
        _folder.Add("request_callback");
        var (code, output) = await FlowFolder.RunAsync("check", _folder.Path);
        Assert.Equal(0, code);
        Assert.EndsWith("2 flows: 0 errors, 0 warnings.\n", output);
    }

    [Fact]
    public async Task A_flow_without_mistakes_has_its_longest_time_and_its_price_shown()
    {
        var waits = _folder.Add("create_lead");
        var goesOn = _folder.Add("request_callback");
        var (_, output) = await FlowFolder.RunAsync("check", _folder.Path);
        Assert.Matches(
            $@"{Regex.Escape(waits)}: the caller waits \(EXPRESS\); the flow takes at most [0-9.]+ s of the 6.5 s "
                + @"that the caller's limit leaves\.\n          rest_api_1 → decision_1 → respond_1: [0-9]+ transitions, "
                + @".*\$.* per 1,000 calls",
            output
        );
        Assert.Matches(
            $@"{Regex.Escape(goesOn)}: the call continues .*\(STANDARD\); the flow takes at most [0-9.]+ (s|min)\.\n",
            output
        );
        var flow = JsonElement.Parse((await FlowFolder.RunAsync("check", waits, "--json")).Output).GetProperty("flows")[0];
        Assert.Equal("EXPRESS", flow.GetProperty("clock").GetProperty("type").GetString());
        Assert.True(flow.GetProperty("bill")[0].GetProperty("usualDollarsPer1000").GetDouble() > 0);
    }

    [Fact]
    public async Task An_error_is_shown_at_its_location_as_compilers_do()
    {
        var file = _folder.Add("create_lead", text => text.Replace("\"method\": \"POST\"", "\"method\": \"PUT\""));
        var (code, output) = await FlowFolder.RunAsync("check", file);
        Assert.Equal(1, code);
        Assert.Contains($"{file}:21:17: error CXF2202 The connection \"crm\" does not allow PUT.\n", output);
        Assert.Contains(
            "   21 |       \"method\": \"PUT\",\n      |                 ^\n       Fix: Use one of: GET, POST;",
            output
        );
        Assert.Contains("1 flow: 1 error, 0 warnings.\n", output);
    }

    [Fact]
    public async Task All_problems_of_all_flows_are_shown_at_once()
    {
        _folder.Add(
            "create_lead",
            text => text.Replace("\"next\": \"decision_1\"", "\"next\": \"decision_9\"").Replace("\"crm\"", "\"crn\"")
        );
        _folder.Add("request_callback", _ => "{");
        var (code, output) = await FlowFolder.RunAsync("check", _folder.Path);
        Assert.Equal(1, code);
        Assert.Contains("CXF2001", output);
        Assert.Contains("CXF2201", output);
        Assert.Contains("CXF1001", output);
    }

    [Fact]
    public async Task A_flow_outside_of_a_tenants_folder_is_checked_without_its_connections()
    {
        var file = _folder.AddOutside("create_lead", text => text.Replace("\"crm\"", "\"nobody_knows\""));
        Assert.Equal(0, (await FlowFolder.RunAsync("check", file)).ExitCode);
    }

    [Fact]
    public async Task A_long_line_is_shown_around_the_location()
    {
        var file = _folder.Add(
            "create_lead",
            text =>
                JsonSerializer.Serialize(JsonElement.Parse(text.Replace("\"next\": \"decision_1\"", "\"next\": \"decision_9\"")))
        );
        var (_, output) = await FlowFolder.RunAsync("check", file);
        var lines = output.Split('\n');
        var shown = Array.FindIndex(lines, line => line.StartsWith("    1 |"));
        Assert.InRange(lines[shown].Length, 100, 140);
        Assert.StartsWith("\"decision_9\"", lines[shown][lines[shown + 1].IndexOf('^')..]);
    }

    [Fact]
    public async Task Programs_get_json()
    {
        _folder.Add("create_lead", text => text.Replace("\"next\": \"decision_1\"", "\"next\": \"decision_9\""));
        var (code, output) = await FlowFolder.RunAsync("check", _folder.Path, "--json");
        Assert.Equal(1, code);
        var flow = JsonElement.Parse(output).GetProperty("flows")[0];
        Assert.Equal("acme", flow.GetProperty("tenantId").GetString());
        Assert.Contains(
            flow.GetProperty("diagnostics").EnumerateArray(),
            one =>
                one.GetProperty("code").GetString() == "CXF2001"
                && one.GetProperty("severity").GetString() == "error"
                && one.GetProperty("line").GetInt32() > 1
        );
    }

    [Fact]
    public async Task Compile_takes_one_flow_and_rejects_a_folder_with_more()
    {
        _folder.Add("create_lead");
        _folder.Add("request_callback");
        var (code, output) = await FlowFolder.RunAsync("compile", _folder.Path);
        Assert.Equal(2, code);
        Assert.Contains("compile takes one flow, but there are 2. Choose one of: ", output);
        Assert.Contains("create_lead.json, ", output);
        Assert.Contains("request_callback.json", output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("compile")]
    [InlineData("test")]
    public async Task A_folder_without_flows_is_bad_usage(string command)
    {
        var (code, output) = await FlowFolder.RunAsync(command, _folder.Path);
        Assert.Equal(2, code);
        Assert.Contains("no flow document", output);
    }

    [Fact]
    public async Task The_state_machine_is_printed_whole_or_written_to_a_file()
    {
        var file = _folder.Add("create_lead");
        var (code, output) = await FlowFolder.RunAsync("compile", file);
        Assert.Equal(0, code);
        Assert.Equal("JSONata", JsonElement.Parse(output).GetProperty("QueryLanguage").GetString());
        var target = Path.Combine(_folder.Path, "out.asl.json");
        Assert.Equal((0, ""), await FlowFolder.RunAsync("compile", file, "--out", target));
        Assert.Equal(output, await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_output_folder_is_created_and_a_failed_write_is_reported()
    {
        var file = _folder.Add("create_lead");
        var target = Path.Combine(_folder.Path, "new", "folder", "out.asl.json");
        Assert.Equal((0, ""), await FlowFolder.RunAsync("compile", file, "--out", target));
        Assert.True(File.Exists(target));
        var (code, output) = await FlowFolder.RunAsync("compile", file, "--out", Path.Combine(target, "below-a-file.json"));
        Assert.Equal(2, code);
        Assert.Contains("below-a-file.json cannot be written: ", output);
    }

    [Fact]
    public async Task Programs_get_the_reason_of_bad_usage_as_JSON()
    {
        var (code, output) = await FlowFolder.RunAsync("check", _folder.Path, "--json");
        Assert.Equal(2, code);
        Assert.StartsWith("There is no flow document in ", JsonElement.Parse(output).GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_flow_with_errors_is_not_compiled()
    {
        var (code, output) = await FlowFolder.RunAsync(
            "compile",
            _folder.Add("create_lead", text => text.Replace("\"next\": \"decision_1\"", "\"next\": \"decision_9\""))
        );
        Assert.Equal(1, code);
        Assert.Contains("error CXF2001", output);
        Assert.DoesNotContain("QueryLanguage", output);
    }

    [Fact]
    public async Task Passed_tests_are_printed_with_the_paths_they_took()
    {
        _folder.Add("create_lead");
        var (code, output) = await FlowFolder.RunAsync("test", _folder.Path);
        Assert.Equal(0, code);
        Assert.Contains("  passed  The CRM takes too long (3 s)\n", output);
        Assert.Contains("  ways    5 of 5 paths through the flow were taken.\n", output);
        Assert.EndsWith("1 flow, 5 tests: 5 passed, 0 failed.\n", output);
    }

    [Fact]
    public async Task A_test_that_fails_shows_what_was_expected_and_what_happened()
    {
        var file = _folder.Add(
            "create_lead",
            text => text.Replace("\"path\": [\"rest_api_1\", \"fail_2\"]", "\"path\": [\"rest_api_1\", \"fail_1\"]")
        );
        var (code, output) = await FlowFolder.RunAsync("test", file);
        Assert.Equal(1, code);
        Assert.Contains(
            "  failed  The CRM does not like the lead (0 s)\n          The run failed at the step rest_api_1: ApiRejected: The "
                + "third party rejected the request (4xx).",
            output
        );
        Assert.Contains(
            $"\n          at {file}:107:109: path: expected rest_api_1 -> fail_1, but it is rest_api_1 -> fail_2\n",
            output
        );
        Assert.True(
            output.IndexOf("The run failed", StringComparison.Ordinal) < output.IndexOf("path: ", StringComparison.Ordinal)
        );
        Assert.EndsWith("1 flow, 5 tests: 4 passed, 1 failed.\n", output);
    }

    [Fact]
    public async Task An_expression_that_fails_is_named_once_with_its_value()
    {
        const string expression = "1 + $rest_api_1.body.id";
        var file = _folder.Add("create_lead", text => text.Replace("{% $rest_api_1.body.id %}", $"{{% {expression} %}}"));
        var (code, output) = await FlowFolder.RunAsync("test", file);
        Assert.Equal(1, code);
        Assert.Contains("must evaluate to a number. The value is \"L-1001\".", output);
        var failed = output.Split("  failed  ")[1];
        Assert.Equal(2, failed.Split(expression).Length);
    }

    [Fact]
    public async Task A_path_that_no_test_takes_is_named_with_its_location()
    {
        var file = _folder.Add(
            "create_lead",
            text => text.Replace("\"answers\": { \"rest_api_1\": [\"timeOut\"] }", "\"answers\": { \"rest_api_1\": [400] }")
        );
        var (_, output) = await FlowFolder.RunAsync("test", file);
        Assert.Contains(
            "4 of 5 paths through the flow were taken; no test takes:\n          rest_api_1, onError/any -> fail_1  "
                + $"at {file}:33:16\n            taken when rest_api_1 ends with an error that no other branch takes\n",
            output
        );
    }

    [Fact]
    public async Task A_flow_with_errors_is_not_tested_and_counts_as_a_problem()
    {
        _folder.Add("create_lead", text => text.Replace("\"next\": \"decision_1\"", "\"next\": \"decision_9\""));
        _folder.Add("request_callback");
        var (code, output) = await FlowFolder.RunAsync("test", _folder.Path);
        Assert.Equal(1, code);
        Assert.EndsWith("2 flows, 3 tests: 3 passed, 0 failed; 1 flow with errors not tested.\n", output);
    }

    [Fact]
    public async Task The_results_and_paths_are_available_as_json()
    {
        _folder.Add("request_callback");
        var (code, output) = await FlowFolder.RunAsync("test", _folder.Path, "--json");
        Assert.Equal(0, code);
        var flow = JsonElement.Parse(output).GetProperty("flows")[0];
        Assert.Equal(3, flow.GetProperty("tests").EnumerateArray().Count(test => test.GetProperty("passed").GetBoolean()));
        Assert.Equal(12, flow.GetProperty("tests")[0].GetProperty("seconds").GetDouble());
        Assert.Equal(2, flow.GetProperty("ways")[0].GetProperty("taken").GetInt32());
    }

    [Fact]
    public async Task The_json_contains_the_locations_of_tests_differences_and_paths()
    {
        _folder.Add(
            "create_lead",
            text => text.Replace("\"path\": [\"rest_api_1\", \"fail_2\"]", "\"path\": [\"rest_api_1\", \"fail_1\"]")
        );
        var flow = JsonElement.Parse((await FlowFolder.RunAsync("test", _folder.Path, "--json")).Output).GetProperty("flows")[0];
        var test = flow.GetProperty("tests")[3];
        Assert.Equal(("/tests/3", 103, 5), Place(test));
        Assert.Equal(("/tests/3/expect/path", 107, 109), Place(test.GetProperty("differences")[0]));
        Assert.Equal(("/steps/rest_api_1/onError/any", 33, 16), Place(flow.GetProperty("ways")[2]));
        Assert.StartsWith("rest_api_1 ends with an error", flow.GetProperty("ways")[2].GetProperty("when").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private static (string?, int, int) Place(JsonElement json) =>
        (json.GetProperty("pointer").GetString(), json.GetProperty("line").GetInt32(), json.GetProperty("column").GetInt32());
}
