using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;

namespace Cxf.Local.Tests.Commands;

/// <content><c>cxf publish</c>.</content>
public abstract partial class DeploymentCommandsContract
{
    [Fact]
    public async Task Publish_writes_everything_that_a_new_deployment_needs_and_lists_the_secrets_to_set()
    {
        var (code, output) = await PublishAsync();
        Assert.Equal(0, code);
        Assert.Contains("acme/greet: Version 1 is live.", output);
        Assert.Matches(
            @"acme/greet: the caller waits \(EXPRESS\); the flow takes at most [0-9.]+ m?s of the 6\.5 s that the "
                + @"caller's limit leaves\.\r?\n +respond_1: 1 transition, .*\$[0-9.]+ per 1,000 calls",
            output
        );
        Assert.Matches(
            "(aws ssm put-parameter.* --overwrite --type SecureString --name /cxf/[a-z]+/acme/crm --value '|acme/crm: add "
                + "\"acme/crm\": ){\"username\": \"…\", "
                + "\"password\": \"…\", \"clientCertificate\": \"…\", \"clientCertificateKey\": \"…\"}",
            output
        );
        Assert.Equal([new TenantBinding(Acme)], await Store.FindTenantsAsync(Instance, Cancel));
        Assert.Contains(
            "https://crm.example",
            (await Store.FindConnectionAsync(Acme, 0, ConnectionId.Parse("crm"), Cancel))!.Document
        );
        Assert.Equal(1, (await Store.FindLiveAsync(Acme, Greet, Cancel))?.Version);
    }

    [Fact]
    public async Task Publishing_again_changes_nothing_and_a_change_is_the_next_version()
    {
        await PublishAsync();
        var live = await Store.FindLiveAsync(Acme, Greet, Cancel);
        Assert.Contains("acme/greet: Version 1 is already live.", (await PublishAsync()).Output);
        Assert.Equal(live!.Revision, (await Store.FindLiveAsync(Acme, Greet, Cancel))!.Revision);
        WriteGreet("goodbye");
        Assert.Contains("acme/greet: Version 2 is live.", (await PublishAsync()).Output);
    }

    [Fact]
    public async Task A_folder_without_tenants_is_a_usage_error()
    {
        var flows = Path.Combine(_source.FullName, "tenants", "acme", "flows");
        var (code, output) = await RunAsync(["publish", flows, .. Target]);
        Assert.Equal(
            (2, $"There are no tenants in {flows}. Name the folder that contains instances.json and tenants/."),
            (code, output.Trim())
        );
    }

    [Fact]
    public async Task All_problems_of_a_folder_are_reported_and_nothing_is_written()
    {
        WriteGreet("{% $nobody %}");
        Write("tenants/acme/connections/crm.json", """{"baseUrl": "ftp://crm.example"}""");
        var (code, output) = await RunAsync(["publish", _source.FullName, .. Target]);
        Assert.Equal(1, code);
        Assert.Contains("greet.json:5:", output);
        Assert.Contains("CXF2102", output);
        Assert.Contains("crm.json:1:", output);
        Assert.EndsWith("Nothing was written: there are errors.", output.TrimEnd());
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task Connections_that_differ_in_the_limits_of_their_tenant_are_reported()
    {
        foreach (var (id, limits) in new[] { ("a", "5"), ("b", "5"), ("c", "6") })
        {
            Write(
                $"tenants/acme/connections/{id}.json",
                $$$"""{"baseUrl":"https://{{{id}}}.example","tenantLimits":{"maxConcurrent":{{{limits}}}} }"""
            );
        }

        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Contains("c.json:1:47: warning CXF3022 The limits of the tenant differ from those in a.json.", output);
        Assert.DoesNotContain("b.json", output);
    }

    [Fact]
    public async Task A_folder_without_flows_publishes_its_connections_and_bindings()
    {
        File.Delete(Path.Combine(_source.FullName, "tenants", "acme", "flows", "greet.json"));
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Equal([new TenantBinding(Acme)], await Store.FindTenantsAsync(Instance, Cancel));
        Assert.NotNull(await Store.FindConnectionAsync(Acme, 0, ConnectionId.Parse("crm"), Cancel));
    }

    [Fact]
    public async Task Flows_outside_the_tenants_folders_are_ignored()
    {
        Write("tenants/acme/old/flows/greet.json", "{}");
        Write("before/tenants/acme/flows/greet.json", "{}");
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Contains("acme/greet: Version 1 is live.", output);
    }

    [Fact]
    public async Task A_placeholder_without_a_value_is_named()
    {
        var (code, output) = await RunAsync(["publish", _source.FullName, .. Target]);
        Assert.Equal((2, "The connections contain placeholders without a value. Add --set CrmUrl=…"), (code, output.Trim()));
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task Someone_elses_unpublished_draft_is_replaced_only_with_overwrite()
    {
        await PublishAsync();
        Assert.NotNull(await Store.TryPutDraftAsync(Acme, Greet, Greeting("unfinished"), 1, Cancel));
        WriteGreet("goodbye");
        var (code, output) = await PublishAsync();
        Assert.Equal(1, code);
        Assert.Contains("acme/greet: Someone else saved the draft in the deployment and did not publish it.", output);
        Assert.Contains("unfinished", (await Store.FindDraftAsync(Acme, Greet, Cancel))!.Document);
        Assert.Contains("acme/greet: Version 2 is live.", (await PublishAsync("--overwrite")).Output);
    }

    [Fact]
    public async Task A_flow_is_published_before_the_flows_that_run_it()
    {
        Write("tenants/acme/flows/a_first.json", Running("a_first", "m_middle"));
        Write("tenants/acme/flows/m_middle.json", Running("m_middle", "z_last"));
        Write("tenants/acme/flows/z_last.json", Greeting("hello").Replace("\"greet\"", "\"z_last\""));
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Equal(
            ["greet", "z_last", "m_middle", "a_first"],
            Regex.Matches(output, "acme/([a-z_]+): Version 1 is live").Select(match => match.Groups[1].Value)
        );
    }

    [Fact]
    public async Task Flows_that_run_each_other_are_rejected_with_the_cycle_before_anything_is_written()
    {
        Write("tenants/acme/flows/one.json", Running("one", "two"));
        Write("tenants/acme/flows/two.json", Running("two", "one"));
        Write("tenants/acme/flows/three.json", Running("three", "one"));
        var (code, output) = await PublishAsync();
        Assert.Equal(1, code);
        Assert.Contains("CXF2206 The flow calls itself: one → two → one.", output);
        Assert.Contains("CXF2206 The flow calls itself: two → one → two.", output);
        Assert.Contains("CXF2205 The flow \"one\" that this step runs has errors.", output);
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_rejected_flow_shows_the_reason_and_can_be_corrected()
    {
        WriteGreet(
            "hello",
            tests: """[{"name": "says bye", "payload": {}, "expect": {"status": "SUCCEEDED", "message": "bye"}}]"""
        );
        var (code, output) = await PublishAsync();
        Assert.Equal(1, code);
        Assert.Contains("acme/greet: The flow's tests fail.", output);
        Assert.Contains("The test \"says bye\" fails", output);
        WriteGreet(
            "bye",
            tests: """[{"name": "says bye", "payload": {}, "expect": {"status": "SUCCEEDED", "message": "bye"}}]"""
        );
        Assert.Equal(0, (await PublishAsync()).Code);
    }

    [Fact]
    public async Task Publish_in_JSON_has_every_answer_and_secret()
    {
        var json = JsonElement.Parse((await PublishAsync("--json")).Output);
        var flow = Assert.Single(json.GetProperty("flows").EnumerateArray());
        Assert.Equal(
            ("acme", "greet", "PUBLISHED"),
            (
                flow.GetProperty("tenantId").GetString(),
                flow.GetProperty("flowId").GetString(),
                flow.GetProperty("answer").GetProperty("status").GetString()
            )
        );
        Assert.Equal("EXPRESS", flow.GetProperty("answer").GetProperty("clock").GetProperty("type").GetString());
        Assert.True(
            Assert
                .Single(flow.GetProperty("answer").GetProperty("bill").EnumerateArray())
                .GetProperty("usualDollarsPer1000")
                .GetDecimal() > 0
        );
        Assert.Equal(
            ["username", "password", "clientCertificate", "clientCertificateKey"],
            Assert
                .Single(json.GetProperty("secrets").EnumerateArray())
                .GetProperty("members")
                .EnumerateArray()
                .Select(member => member.GetString())
        );
        Assert.Empty(json.GetProperty("diagnostics").EnumerateArray());
    }

    [Fact]
    public async Task Publish_in_JSON_has_every_problem_with_its_file_and_location()
    {
        WriteGreet("hello", more: "\"nonsense\": 1,");
        var (code, output) = await PublishAsync("--json");
        Assert.Equal(1, code);
        var diagnostic = Assert.Single(JsonElement.Parse(output).GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(Path.Combine("tenants", "acme", "flows", "greet.json"), diagnostic.GetProperty("file").GetString());
        Assert.Equal(
            ["file", "code", "severity", "pointer", "line", "column", "message", "fix"],
            diagnostic.EnumerateObject().Select(member => member.Name)
        );
    }

    [Fact]
    public async Task Recompiling_with_the_same_compiler_changes_nothing()
    {
        await PublishAsync();
        WriteGreet("not yet");
        Assert.Contains("acme/greet: Version 1 is already live.", (await PublishAsync("--recompile")).Output);
        Assert.Contains("hello", (await Store.FindDraftAsync(Acme, Greet, Cancel))!.Document);
    }
}
