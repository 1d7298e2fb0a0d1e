using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary><c>cxf call --stub</c>: faults on demand, requests that contradict a description, and what is refused.</summary>
public sealed class StubCallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-stub-");

    private static string Samples => ProjectRoot.Path("src", "Cxf.Local", "Samples");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("SUCCEEDED", "NONE", "201")]
    [InlineData("FAILED", "ApiUnavailable", "503", "crm.createLead=503")]
    [InlineData("FAILED", "ApiUnavailable", "503", "crm.POST /leads=503")]
    [InlineData("FAILED", "ApiUnavailable", "503", "crm=503")]
    [InlineData("FAILED", "ApiUnavailable", "none", "crm.createLead=reset")]
    [InlineData("FAILED", "ApiTimeout", "none", "crm.createLead=timeout")]
    [InlineData("FAILED", "ApiThrottled", "429", "crm.createLead=429*1")]
    [InlineData("SUCCEEDED", "NONE", "409,200", "crm.createLead=409")]
    [InlineData("SUCCEEDED", "NONE", "409,200", "crm=409*1")]
    [InlineData("FAILED", "ApiRejected", "409,422", "crm=422", "crm.createLead=409")]
    [InlineData("FAILED", "ApiNotFound", "409,404", "crm=409*1", "crm=404*1")]
    [InlineData("SUCCEEDED", "NONE", "201", "desk=503")]
    public async Task A_flow_meets_the_fault_that_was_asked_for(
        string status,
        string error,
        string answers,
        params string[] faults
    )
    {
        var (code, call) = await CallAsync(
            Samples,
            ["--flow", "cedar/new_lead", .. faults.SelectMany(fault => new[] { "--fault", fault })]
        );

        var answer = Answer(call);
        Assert.Equal((status, error), (answer.GetProperty("status").GetString(), answer.GetProperty("errorCode").GetString()));
        Assert.Equal(status == "SUCCEEDED" ? 0 : 1, code);
        Assert.Equal(answers, string.Join(',', Answers(call)));
    }

    [Fact]
    public async Task A_limited_fault_ends_and_right_answers_follow_within_the_retries_of_the_step()
    {
        var (code, call) = await CallAsync(Samples, ["--flow", "cedar/open_ticket", "--fault", "desk=503*2"]);

        Assert.Equal(0, code);
        Assert.Equal("503,503,200,201", string.Join(',', Answers(call)));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_answers_and_seeds_differ()
    {
        var messages = new HashSet<string>();
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var (_, one) = await CallAsync(Samples, ["--flow", "cedar/ticket_state", "--seed", $"{seed}"]);
            var (_, other) = await CallAsync(Samples, ["--flow", "cedar/ticket_state", "--seed", $"{seed}"]);
            var message = Answer(one).GetProperty("message").GetString()!;

            Assert.Equal(message, Answer(other).GetProperty("message").GetString());
            messages.Add(message);
        }

        Assert.True(messages.Count > 1, string.Join('\n', messages));
    }

    [Fact]
    public async Task Without_a_flow_the_first_sample_with_a_description_is_called()
    {
        var (code, output, _) = await CxfCommandTests.RunAsync("call", "--stub");

        Assert.Equal(0, code);
        Assert.Contains("Flow            cedar/new_lead: Version 1 is live.", output);
        Assert.Contains("The stub received 1 request:\n  cedar/crm  createLead  POST /leads -> 201\n", output);
    }

    [Fact]
    public async Task A_fault_that_no_request_had_is_reported()
    {
        var (_, output, _) = await CxfCommandTests.RunAsync("call", "--stub", "--fault", "desk=503");

        Assert.Contains("No request had the fault desk=503.", output);
    }

    [Fact]
    public async Task All_wrong_faults_are_refused_together()
    {
        string[] faults =
        [
            "crm.creatLead=503",
            "crn=503",
            "crm=200",
            "desk=reset",
            "desk=500",
            "calendar=503*x",
            "x",
            "=503",
            "crm.=1",
        ];
        var (code, output, _) = await CxfCommandTests.RunAsync([
            "call",
            "--stub",
            .. faults.SelectMany(fault => new[] { "--fault", fault }),
        ]);

        Assert.Equal(2, code);
        string[] expected =
        [
            "crm.creatLead=503: The API of \"crm\" has no operation \"creatLead\". Did you mean \"createLead\"?",
            "crn=503: There is no connection \"crn\". Did you mean \"crm\"?",
            "crm=200: \"200\" is not a fault. Use a status from 400 to 599, timeout or reset.",
            "desk=500: It has no effect: desk=reset before it never ends.",
            "calendar=503*x: \"*x\" is not a number of requests. Use *1 to *1000.",
            "x: This is not a fault. Write CONNECTION=FAULT",
            "=503: This is not a fault.",
            "crm.=1: This is not a fault.",
        ];
        Assert.All(expected, problem => Assert.Contains("error CXF9004 --fault " + problem, output));
        Assert.Equal(expected.Length, output.Split("error CXF9004").Length - 1);
        Assert.DoesNotContain("Step Functions", output);
    }

    [Theory]
    [InlineData("--fault is about the stub: add --stub.", "--fault", "crm=503")]
    [InlineData("--seed is about the stub: add --stub.", "--seed", "2")]
    [InlineData("--crm-down has no effect with --stub", "--stub", "--crm-down")]
    [InlineData("--crm-slow has no effect with --stub", "--stub", "--crm-slow")]
    [InlineData("--crm has no effect with --stub", "--stub", "--crm", "https://crm.example.com")]
    public async Task An_option_without_effect_is_refused(string message, params string[] arguments)
    {
        var (code, _, error) = await CxfCommandTests.RunAsync(["call", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(message, error);
    }

    [Fact]
    public async Task Every_connection_of_the_flow_without_a_description_is_named_with_the_command_that_imports_one()
    {
        var (code, output, _) = await CxfCommandTests.RunAsync("call", "--stub", "--flow", "acme/report_problem");

        Assert.Equal(2, code);
        foreach (var connection in (string[])["crm", "support"])
        {
            Assert.Contains(
                $"error CXF9003 acme/report_problem: The connection \"{connection}\" of acme has no description, so no "
                    + $"answers can be made for it. Import it: "
                    + $"cxf connection import URL-or-FILE --tenant acme --as {connection}.",
                output
            );
        }
    }

    [Theory]
    [InlineData("{\"format\": 1", "is not valid JSON")]
    [InlineData("{\"format\": 99}", "another format")]
    public async Task A_description_that_cannot_be_read_is_refused(string text, string message)
    {
        var folder = CopySamples();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tenants", "cedar", "descriptions", "crm.json"),
            text,
            TestContext.Current.CancellationToken
        );
        var (code, output, _) = await CxfCommandTests.RunAsync(
            "call",
            "--stub",
            "--config",
            folder,
            "--flow",
            "cedar/ticket_state"
        );

        Assert.Equal(2, code);
        Assert.Contains(message, output);
        Assert.Contains("cxf connection import", output);
    }

    /// <summary>What the check cannot know, because it depends on the payload, the stub says when the request comes.</summary>
    [Theory]
    [InlineData("The API has no path \"/lead\". Did you mean \"/leads\"?", "404", "POST", "/lead", "{}", "web")]
    [InlineData("The API has no PATCH /leads. Use one of: GET, POST.", "405", "PATCH", "/leads", "{}", "web")]
    [InlineData("body.source is missing.", "400", "POST", "/leads", "{'phone': '+12025550142'}", "web")]
    [InlineData("body.source must be one of", "400", "POST", "/leads", "{'phone': '+12025550142', 'source': 'fax'}", "web")]
    [InlineData("body.phone must match the pattern", "400", "POST", "/leads", "{'phone': '12', 'source': 'web'}", "web")]
    [InlineData("body.phone must be text", "400", "POST", "/leads", "{'phone': 12, 'source': 'web'}", "web")]
    [InlineData("body must be an object", "400", "POST", "/leads", "[]", "web")]
    [InlineData("X-Request-Source must be one of", "400", "POST", "/leads", "{'phone': '+12025550142', 'source': 'web'}", "fax")]
    [InlineData("leadId must be a whole number", "400", "PATCH", "/leads/x", "{}", "web")]
    [InlineData("body.score must be at most 100.", "400", "PATCH", "/leads/1", "{'score': 101}", "web")]
    [InlineData("body cannot have a member \"scor\".", "400", "PATCH", "/leads/1", "{'scor': 1}", "web")]
    [InlineData(
        "The API documents no member \"mail\"",
        "201",
        "POST",
        "/leads",
        "{'phone': '+12025550142', 'source': 'web', 'mail': 1}",
        "web"
    )]
    public async Task A_request_that_contradicts_the_description_is_refused_and_said_plainly(
        string problem,
        string answer,
        string method,
        string path,
        string body,
        string source
    )
    {
        var folder = CopySamples();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tenants", "cedar", "flows", "any.json"),
            $$"""
            {
              "flowId": "any",
              "input": {
                "type": "object",
                "properties": { "path": { "type": "string" }, "body": { "type": "string" }, "source": { "type": "string" } },
                "required": ["path", "body", "source"]
              },
              "start": "a",
              "steps": {
                "a": {
                  "kind": "restApi", "connection": "crm", "method": "{{method}}", "path": "{% $payload.path %}",
                  "headers": { "X-Request-Source": "{% $payload.source %}" }, "body": "{% $parse($payload.body) %}",
                  "onError": { "any": "f" }, "next": "r"
                },
                "r": { "kind": "respond", "message": "Done." },
                "f": { "kind": "fail", "message": "Failed." }
              },
              "tests": [{
                "name": "t", "payload": { "path": "/leads", "body": "{}", "source": "web" }, "answers": { "a": [201] },
                "expect": { "status": "SUCCEEDED" }
              }]
            }
            """,
            TestContext.Current.CancellationToken
        );
        var payload = JsonSerializer.Serialize(
            new
            {
                path,
                body = body.Replace('\'', '"'),
                source,
            }
        );
        var (code, call) = await CallAsync(folder, ["--flow", "cedar/any", "--payload", payload]);

        Assert.Equal(answer, Assert.Single(Answers(call)));
        Assert.Equal(answer == "201" ? 0 : 1, code);
        var said = Assert.Single(
            Assert.Single(call.GetProperty("stub").EnumerateArray()).GetProperty("problems").EnumerateArray()
        );
        Assert.StartsWith(problem, $"{said.GetProperty("message")} {said.GetProperty("fix")}");
    }

    private static JsonElement Answer(JsonElement call) =>
        call.GetProperty("events")
            .EnumerateArray()
            .Last(happened => happened.GetProperty("event").GetString() == "answer")
            .GetProperty("answer");

    private static IEnumerable<string> Answers(JsonElement call) =>
        call.GetProperty("stub")
            .EnumerateArray()
            .Select(request =>
                request.GetProperty("status") is { ValueKind: JsonValueKind.Number } status ? status.ToString() : "none"
            );

    private string CopySamples()
    {
        var cedar = Directory.EnumerateFiles(Path.Combine(Samples, "tenants", "cedar"), "*.json", SearchOption.AllDirectories);
        foreach (var file in cedar)
        {
            var target = Path.Combine(_folder.FullName, Path.GetRelativePath(Samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        const string instance = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555";
        File.WriteAllText(Path.Combine(_folder.FullName, "instances.json"), $$"""{ "{{instance}}": ["cedar"] }""");
        return _folder.FullName;
    }

    private static async Task<(int Code, JsonElement Call)> CallAsync(string folder, string[] arguments)
    {
        var (code, output, error) = await CxfCommandTests.RunAsync([
            "call",
            "--config",
            folder,
            "--stub",
            "--json",
            .. arguments,
        ]);
        Assert.Equal("", error);
        return (code, JsonElement.Parse(output));
    }
}
