using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;

namespace Cxf.Local.Tests.Commands;

/// <summary>What the commands on a deployment do, whatever the deployment is made of.</summary>
public abstract class DeploymentCommandsContract : IAsyncLifetime
{
    private const string Instance = "arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666";
    private const string OtherInstance =
        "arn:aws:connect:eu-central-1:444455556666:instance/99999999-3333-4444-8555-666666666666";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Greet = FlowId.Parse("greet");

    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory("cxf-source-");

    internal abstract IConfigurationStore Store { get; }

    /// <summary>How a command is told of the deployment.</summary>
    protected abstract IReadOnlyList<string> Target { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Write("instances.json", $$"""{"{{Instance}}": ["acme"]}""");
        Write(
            "tenants/acme/connections/crm.json",
            """{"baseUrl": "${CrmUrl}", "auth": {"kind": "basic"}, "methods": ["GET"], "clientCertificate": true}"""
        );
        WriteGreet("hello");
        await Task.CompletedTask;
    }

    public virtual ValueTask DisposeAsync()
    {
        _source.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Publish_writes_everything_that_a_new_deployment_needs_and_says_which_secrets_to_set()
    {
        var (code, output) = await PublishAsync();
        Assert.Equal(0, code);
        Assert.Contains("acme/greet: Version 1 is live.", output);
        Assert.Matches(
            @"acme/greet: the caller waits \(EXPRESS\); the flow takes at most [0-9.]+ m?s of the 6\.5 s that the caller's limit leaves\.\r?\n +respond_1: [0-9]+ transitions, .*\$[0-9.]+ per 1,000 calls",
            output
        );
        Assert.Matches(
            "put-parameter --type SecureString --name /cxf/[a-z]+/acme/crm --value '{\"username\": \"…\", \"password\": \"…\", \"clientCertificate\": \"…\", \"clientCertificateKey\": \"…\"}'",
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
    public async Task A_folder_without_tenants_is_bad_usage()
    {
        var flows = Path.Combine(_source.FullName, "tenants", "acme", "flows");
        var (code, output) = await RunAsync(["publish", flows, .. Target]);
        Assert.Equal(
            (2, $"There are no tenants in {flows}. Name the folder that contains instances.json and tenants/."),
            (code, output.Trim())
        );
    }

    [Fact]
    public void A_version_or_weight_that_is_no_number_is_bad_usage()
    {
        var parsed = CanaryCommand.Create(new TextConsole().Console).Parse(["acme/greet", "two", "--weight", "half"]);
        Assert.Equal(
            ["version takes a whole number, not \"two\".", "--weight takes a whole number, not \"half\"."],
            parsed.Errors.Select(error => error.Message).OrderDescending()
        );
    }

    [Fact]
    public async Task What_is_wrong_in_a_folder_is_said_all_at_once_and_nothing_is_written()
    {
        WriteGreet("{% $nobody %}");
        Write("tenants/acme/connections/crm.json", """{"baseUrl": "ftp://crm.example"}""");
        var (code, output) = await PublishAsync();
        Assert.Equal(1, code);
        Assert.Contains("greet.json:5:", output);
        Assert.Contains("CXF2102", output);
        Assert.Contains("crm.json:1:", output);
        Assert.EndsWith("Nothing was written: there are errors.", output.TrimEnd());
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_folder_without_flows_brings_its_connections_and_bindings()
    {
        File.Delete(Path.Combine(_source.FullName, "tenants", "acme", "flows", "greet.json"));
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Equal([new TenantBinding(Acme)], await Store.FindTenantsAsync(Instance, Cancel));
        Assert.NotNull(await Store.FindConnectionAsync(Acme, 0, ConnectionId.Parse("crm"), Cancel));
    }

    [Fact]
    public async Task Flows_beside_the_tenants_of_a_folder_are_no_part_of_it()
    {
        Write("tenants/acme/old/flows/greet.json", "{}");
        Write("before/tenants/acme/flows/greet.json", "{}");
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Contains("acme/greet: Version 1 is live.", output);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task What_a_folder_does_not_mention_stays_and_is_named(string? instances)
    {
        await PublishWithMoreAsync();
        RemoveMore();
        if (instances is null)
        {
            File.Delete(Path.Combine(_source.FullName, "instances.json"));
        }
        else
        {
            Write("instances.json", instances);
        }

        var (code, output) = await PublishAsync();

        Assert.True(code == 0, output);
        Assert.Contains($"Kept        binding of acme to {Instance}: not in the folder. Remove it with --prune.", output);
        Assert.Contains("Kept        flow acme/caller (1 version)", output);
        Assert.Contains("Kept        connection acme/tickets", output);
        Assert.DoesNotContain("Binding ", output);
        Assert.DoesNotContain("CXF5012", output);
        Assert.Equal([new TenantBinding(Acme)], await Store.FindTenantsAsync(Instance, Cancel));
        Assert.NotNull(await Store.FindLiveAsync(Acme, FlowId.Parse("caller"), Cancel));
        Assert.NotNull(await Store.FindConnectionAsync(Acme, 0, ConnectionId.Parse("tickets"), Cancel));
    }

    [Fact]
    public async Task Prune_lists_what_goes_and_does_nothing_before_it_is_told_to()
    {
        await PublishWithMoreAsync();
        RemoveMore();
        Write("instances.json", $$"""{"{{OtherInstance}}": ["acme"]}""");
        WriteGreet("goodbye");

        var (code, output) = await PublishAsync("--prune");

        Assert.Equal(2, code);
        Assert.Contains($"  binding of acme to {Instance}", output);
        Assert.Contains("  flow acme/called (1 version)", output);
        Assert.Contains("  flow acme/caller (1 version)", output);
        Assert.Contains("  connection acme/tickets", output);
        Assert.DoesNotContain("acme/crm", output);
        Assert.EndsWith("Nothing was written. Use --yes to do it.", output.TrimEnd());
        Assert.Contains("hello", (await Store.FindDraftAsync(Acme, Greet, Cancel))!.Document);
        Assert.Empty(await Store.FindTenantsAsync(OtherInstance, Cancel));
        Assert.Equal(3, (await Store.ListFlowsAsync(Acme, Cancel)).Count);
    }

    [Fact]
    public async Task Prune_removes_what_it_lists_and_nothing_else()
    {
        await PublishWithMoreAsync();
        await Store.AddTenantAsync(TenantId.Parse("borealis"), Cancel);
        await Store.BindAsync(Instance, TenantId.Parse("borealis"), Cancel);
        RemoveMore();
        Write("instances.json", $$"""{"{{OtherInstance}}": ["acme"]}""");

        var (code, output) = await PublishAsync("--prune", "--yes");

        Assert.True(code == 0, output);
        Assert.Contains($"Binding     acme: {OtherInstance} may now act for it.", output);
        Assert.Contains($"Removed     binding of acme to {Instance}", output);
        Assert.Contains("Removed     flow acme/called", output);
        Assert.Contains("Removed     connection acme/tickets", output);
        Assert.Equal([new TenantBinding(TenantId.Parse("borealis"))], await Store.FindTenantsAsync(Instance, Cancel));
        Assert.Equal([new TenantBinding(Acme)], await Store.FindTenantsAsync(OtherInstance, Cancel));
        Assert.Null(await Store.FindLiveAsync(Acme, FlowId.Parse("called"), Cancel));
        Assert.Null(await Store.FindDraftAsync(Acme, FlowId.Parse("caller"), Cancel));
        Assert.Equal([ConnectionId.Parse("crm")], (await Store.ListConnectionsAsync(Acme, Cancel)).Keys);
        Assert.NotNull(await Store.FindLiveAsync(Acme, Greet, Cancel));

        // Nothing is left to be asked about.
        (code, output) = await PublishAsync("--prune");
        Assert.True(code == 0, output);
        Assert.DoesNotContain("Removed", output);
    }

    [Fact]
    public async Task Nothing_is_removed_while_a_flow_of_the_folder_is_not_live()
    {
        await PublishWithMoreAsync();
        RemoveMore();
        WriteGreet(
            "hello",
            tests: """[{"name": "says bye", "payload": {}, "expect": {"status": "SUCCEEDED", "message": "bye"}}]"""
        );

        var (code, output) = await PublishAsync("--prune", "--yes");

        Assert.Equal(1, code);
        Assert.Contains(
            "Kept        flow acme/caller (1 version): nothing is removed until every flow of the folder is live.",
            output
        );
        Assert.NotNull(await Store.FindLiveAsync(Acme, FlowId.Parse("caller"), Cancel));
    }

    [Fact]
    public async Task Changed_bindings_and_leftovers_are_in_the_JSON()
    {
        await PublishWithMoreAsync();
        RemoveMore();
        Write("instances.json", $$"""{"{{OtherInstance}}": ["acme"]}""");

        var kept = JsonElement.Parse((await PublishAsync("--json")).Output);
        var removed = JsonElement.Parse((await PublishAsync("--json", "--prune", "--yes")).Output);

        Assert.Equal([$"{OtherInstance} added"], Bindings(kept));
        Assert.Equal([$"{Instance} removed"], Bindings(removed));
        Assert.Equal(kept.GetProperty("kept").GetRawText(), removed.GetProperty("removed").GetRawText());
        Assert.Equal(4, kept.GetProperty("kept").GetArrayLength());

        static IEnumerable<string> Bindings(JsonElement json) =>
            json.GetProperty("bindings")
                .EnumerateArray()
                .Select(binding => $"{binding.GetProperty("instanceArn")} {binding.GetProperty("change")}");
    }

    [Theory]
    [InlineData("--yes", "--yes requires --prune.")]
    [InlineData("--prune --recompile", "--recompile cannot be combined with --prune.")]
    public void Options_that_do_not_go_together_are_bad_usage(string options, string message)
    {
        var parsed = PublishCommand.Create(new TextConsole().Console).Parse([_source.FullName, .. options.Split(' ')]);
        Assert.Equal([message], parsed.Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("""{"arn:instance": ["acme"]}""", "instances.json:1:2: error CXF5010")]
    [InlineData(
        """{"arn:aws:connect:eu-central-1:444455556666:instance/not-an-id": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-66666666666A": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:lambda:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:connect:eu-centrla-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["acme"]}""",
        "There is no AWS region \"eu-centrla-1\"."
    )]
    [InlineData(
        "{\n  \"" + Instance + "\": [\"acme\", \"acmee\"]\n}",
        "instances.json:2:103: error CXF5011 The folder has no tenant \"acmee\"."
    )]
    [InlineData("{\"" + Instance + "\": [\"not a tenant\"]}", "error CXF5011")]
    [InlineData("{\"" + Instance + "\": \"acme\"}", "error CXF5005")]
    [InlineData("{\"" + Instance + "\": [7]}", "error CXF5005")]
    [InlineData("{\"" + Instance + "\": [\"acme\"], \"" + Instance + "\": []}", "error CXF5002")]
    [InlineData("[]", "error CXF5005")]
    [InlineData("{", "instances.json:1:2: error CXF5001")]
    public async Task What_is_wrong_with_the_instances_is_an_error_with_its_place(string instances, string error)
    {
        Write("instances.json", instances);

        var (code, output) = await PublishAsync();

        Assert.Equal(1, code);
        Assert.Contains(error, output);
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_tenant_that_no_instance_may_act_for_is_a_warning()
    {
        Write("instances.json", $$"""{"{{Instance}}": []}""");

        var (code, output) = await PublishAsync();

        Assert.Equal(0, code);
        Assert.Contains("instances.json:1:1: warning CXF5012 No Connect instance may act for the tenant \"acme\"", output);
        Assert.Contains("acme/greet: Version 1 is live.", output);
    }

    [Fact]
    public async Task A_place_in_a_connection_that_has_no_value_is_named()
    {
        var (code, output) = await RunAsync(["publish", _source.FullName, .. Target]);
        Assert.Equal((2, "The connections contain placeholders without a value. Add --set CrmUrl=…"), (code, output.Trim()));
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_draft_that_someone_is_working_on_is_not_replaced_unless_asked_for()
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
    public async Task A_flow_that_others_run_is_published_before_them_whatever_it_is_called()
    {
        Write("tenants/acme/flows/a_first.json", Running("a_first", "m_middle"));
        Write("tenants/acme/flows/m_middle.json", Running("m_middle", "z_last"));
        Write("tenants/acme/flows/z_last.json", Greeting("hello").Replace("\"greet\"", "\"z_last\""));
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Equal(
            ["z_last", "m_middle", "a_first", "greet"],
            Regex.Matches(output, "acme/([a-z_]+): Version 1 is live").Select(match => match.Groups[1].Value)
        );
    }

    [Fact]
    public async Task Flows_that_run_each_other_are_refused_with_the_way_around_before_anything_is_written()
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
    public async Task A_flow_that_is_refused_says_why_and_can_be_corrected()
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
    public async Task Publish_in_JSON_has_what_is_wrong_with_its_file_and_place()
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
    public async Task Recompiling_what_the_compiler_still_compiles_alike_changes_nothing()
    {
        await PublishAsync();
        WriteGreet("not yet");
        Assert.Contains("acme/greet: Version 1 is already live.", (await PublishAsync("--recompile")).Output);
        Assert.Contains("hello", (await Store.FindDraftAsync(Acme, Greet, Cancel))!.Document);
    }

    [Fact]
    public async Task Versions_are_listed_rolled_back_to_and_tried_out()
    {
        await PublishAsync();
        WriteGreet("goodbye");
        await PublishAsync();
        Assert.Equal((0, "acme/greet: Version 1 is live."), await AskAsync("rollback", "acme/greet", "1"));
        Assert.Equal(
            (0, "acme/greet: Version 2 gets 10 of 100 runs, version 1 the others."),
            await AskAsync("canary", "acme/greet", "2", "--weight", "10")
        );
        var (code, output) = await RunAsync(["versions", "acme/greet", .. Target]);
        Assert.Equal(0, code);
        Assert.Matches(
            @"\n +2  \d{4}-\d\d-\d\d \d\d:\d\dZ  [0-9a-f]{12}  10 of 100\r?\n +1  .*  90 of 100\r?\nThe draft is at revision 2.",
            output
        );
        var json = JsonElement.Parse((await RunAsync(["versions", "acme/greet", "--json", .. Target])).Output);
        Assert.Equal((1, 2), (json.GetProperty("live").GetInt32(), json.GetProperty("draftRevision").GetInt32()));
        Assert.Equal(
            [90, 10],
            json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("weight").GetInt32())
        );
        Assert.Equal((1, "acme/greet: There is no version 7 of this flow."), await AskAsync("rollback", "acme/greet", "7"));
        Assert.Equal(1, (await RunAsync(["versions", "acme/none", .. Target])).Code);
    }

    [Fact]
    public async Task A_rollback_prints_what_changes_for_callers_and_why_it_is_refused()
    {
        WriteGreet("hello", more: "\"contactFields\": [\"customerNumber\"],");
        await PublishAsync();
        WriteGreet(
            "goodbye",
            next: """{ "kind": "restApi", "connection": "crm", "method": "GET", "path": "/", "next": "respond_1" }"""
        );
        var (_, output) = await PublishAsync();
        Assert.Contains("Version 2 is live.", output);
        (var code, output) = await AskAsync("rollback", "acme/greet", "1");
        Assert.Equal(0, code);
        Assert.Matches(
            @"^acme/greet: Version 1 is live\.\s+~ It takes at most .* s instead of .* s\.\s+\+ Runs get the contact's customerNumber\.\s+- It does not call the connection crm any more\.$",
            output
        );
        await Store.DeleteConnectionAsync(Acme, ConnectionId.Parse("crm"), Cancel);
        (code, output) = await AskAsync("rollback", "acme/greet", "2");
        Assert.Equal(1, code);
        Assert.Matches(
            @"^acme/greet: Version 2 cannot serve callers in the current deployment\.\s+[0-9]+:[0-9]+ error CXF2201 /steps/next/connection: .* Fix: ",
            output
        );
    }

    [Fact]
    public async Task Diff_explains_what_publishing_would_change()
    {
        await PublishAsync();
        var file = Path.Combine(_source.FullName, "tenants", "acme", "flows", "greet.json");
        Assert.Equal((0, "No difference."), await AskAsync("diff", "acme/greet", "--to", file));
        WriteGreet("goodbye");
        var (code, output) = await AskAsync("diff", "acme/greet", "--to", file);
        Assert.Equal((1, "~ The step respond_1: message \"hello\" becomes \"goodbye\"."), (code, output));
        await PublishAsync();
        Assert.Equal(
            (1, "~ The step respond_1: message \"goodbye\" becomes \"hello\"."),
            await AskAsync("diff", "acme/greet", "--to", "1")
        );
        Assert.Equal((0, "No difference."), await AskAsync("diff", "acme/greet"));
        Assert.Equal(2, (await AskAsync("diff", "acme/greet", "--from", "9")).Code);
    }

    [Fact]
    public async Task A_draft_there_is_checked_compiled_and_tested_like_a_file()
    {
        WriteGreet(
            "hello",
            tests: """[{"name": "says hello", "payload": {}, "expect": {"status": "SUCCEEDED", "message": "hello"}}]"""
        );
        await PublishAsync();
        var (code, output) = await AskAsync("check", "acme/greet");
        Assert.Equal(0, code);
        Assert.StartsWith("acme/greet: the caller waits (EXPRESS); ", output);
        Assert.EndsWith("1 flow: 0 errors, 0 warnings.", output);
        Assert.EndsWith("1 flow, 1 test: 1 passed, 0 failed.", (await AskAsync("test", "acme")).Output);
        var machine = JsonElement.Parse((await AskAsync("compile", "acme/greet")).Output);
        Assert.Equal("respond_1", machine.GetProperty("StartAt").GetString());
        Assert.NotNull(await Store.TryPutDraftAsync(Acme, Greet, Greeting("{% $nobody %}"), 1, Cancel));
        (code, output) = await AskAsync("check", "acme/greet");
        Assert.Equal(1, code);
        Assert.StartsWith("acme/greet:5:", output);
        Assert.Contains("error CXF2102", output);
        Assert.Equal(1, (await AskAsync("compile", "acme/greet")).Code);
        (code, output) = await AskAsync("check", "acme/none");
        Assert.Equal(2, code);
        Assert.StartsWith("There is no draft of acme/none in ", output);
    }

    [Theory]
    [InlineData("rollback", "acme/none", "1")]
    [InlineData("canary", "acme/none", "1", "--weight", "5")]
    [InlineData("delete", "acme/none", "--yes")]
    [InlineData("delete", "acme/none")]
    [InlineData("versions", "acme/none")]
    [InlineData("delete", "nobody", "--yes")]
    public async Task What_the_deployment_does_not_have_is_said_and_leaves_no_trace(params string[] command)
    {
        await PublishAsync();
        var (code, output) = await AskAsync(command);
        Assert.Equal(1, code);
        Assert.StartsWith($"There is no {(command[1] == "nobody" ? "tenant" : "flow")} {command[1]} in ", output);
        Assert.StartsWith(
            "There is no ",
            JsonElement.Parse((await AskAsync([.. command, "--json"])).Output).GetProperty("error").GetString()
        );
        Assert.Equal([Greet], await Store.ListFlowsAsync(Acme, Cancel));
        Assert.Null(await Store.FindOutcomeAsync(TenantId.Parse("nobody"), null, Cancel));
    }

    [Theory]
    [InlineData("9", "acme/greet has no version 9 in ")]
    [InlineData("no-such-file.json", "\"no-such-file.json\" is not a version, \"live\", \"draft\" or an existing file.")]
    public async Task A_side_of_a_diff_that_is_not_there_is_named(string side, string message)
    {
        await PublishAsync();
        var (code, output) = await AskAsync("diff", "acme/greet", "--to", side, "--json");
        Assert.Equal(2, code);
        Assert.StartsWith(message, JsonElement.Parse(output).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Delete_says_what_it_would_remove_and_does_it_when_told_to()
    {
        await PublishAsync();
        var (code, output) = await AskAsync("delete", "acme/greet");
        Assert.Equal(2, code);
        Assert.Contains("acme/greet: 1 version, and stops the runs that are in progress", output);
        Assert.NotNull(await Store.FindLiveAsync(Acme, Greet, Cancel));
        Assert.Equal(
            (0, "acme/greet: The flow, its versions and its state machine were removed."),
            await AskAsync("delete", "acme/greet", "--yes")
        );
        Assert.Null(await Store.FindLiveAsync(Acme, Greet, Cancel));
        Assert.Contains("acme/greet: Version 1 is live.", (await PublishAsync()).Output);
        Assert.Equal(0, (await AskAsync("delete", "acme", "--yes")).Code);
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
        Assert.Empty(await Store.FindTenantsAsync(Instance, Cancel));
    }

    // A flow that another one runs, that one, and a connection.
    private async Task PublishWithMoreAsync()
    {
        Write("tenants/acme/flows/called.json", Greeting("hello").Replace("\"greet\"", "\"called\""));
        Write("tenants/acme/flows/caller.json", Running("caller", "called"));
        Write("tenants/acme/connections/tickets.json", """{"baseUrl": "https://tickets.example"}""");
        var (code, output) = await PublishAsync();
        Assert.True(code == 0, output);
        Assert.Contains($"Binding     acme: {Instance} may now act for it.", output);
    }

    private void RemoveMore()
    {
        foreach (var file in (string[])["flows/called.json", "flows/caller.json", "connections/tickets.json"])
        {
            File.Delete(Path.Combine(_source.FullName, "tenants", "acme", file));
        }
    }

    private Task<(int Code, string Output)> PublishAsync(params string[] more) =>
        RunAsync(["publish", _source.FullName, "--set", "CrmUrl=https://crm.example", .. more, .. Target]);

    private async Task<(int Code, string Output)> AskAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync([.. arguments, .. Target]);
        return (code, output.Trim());
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        var text = new TextConsole();
        var console = text.Console;
        var root = new RootCommand
        {
            CanaryCommand.Create(console),
            CheckCommand.Create(console),
            CompileCommand.Create(console),
            DeleteCommand.Create(console),
            DiffCommand.Create(console),
            PublishCommand.Create(console),
            RollbackCommand.Create(console),
            TestCommand.Create(console),
            VersionsCommand.Create(console),
        };
        var parsed = root.Parse(arguments);
        Assert.Empty(parsed.Errors.Select(error => error.Message));
        var code = await parsed.InvokeAsync(cancellationToken: Cancel);
        return (code, text.Text);
    }

    private void WriteGreet(string word, string tests = "[]", string more = "", string? next = null)
    {
        var document = Greeting(word, tests).Replace("\"tests\"", more + " \"tests\"");
        Write(
            "tenants/acme/flows/greet.json",
            next is null
                ? document
                : document
                    .Replace("\"start\": \"respond_1\"", "\"start\": \"next\"")
                    .Replace("\"steps\": {", $"\"steps\": {{ \"next\": {next},")
        );
    }

    private static string Greeting(string word, string tests = "[]") =>
        $$"""
            {
              "flowId": "greet",
              "tests": {{tests}},
              "start": "respond_1",
              "steps": { "respond_1": { "kind": "respond", "message": "{{word}}" } }
            }
            """;

    private static string Running(string flow, string child) =>
        $$"""
            {
              "flowId": "{{flow}}",
              "start": "runFlow_1",
              "steps": {
                "runFlow_1": { "kind": "runFlow", "flowId": "{{child}}", "payload": {}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "done" }
              }
            }
            """;

    private void Write(string path, string text)
    {
        var file = Path.Combine(_source.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
