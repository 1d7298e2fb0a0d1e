using System.CommandLine;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;

namespace Cxf.Local.Tests.Commands;

/// <content>Versions and drafts: versions, rollback, canary, diff, check, test, compile, delete.</content>
public abstract partial class DeploymentCommandsContract
{
    [Fact]
    public void A_version_or_weight_that_is_not_a_number_is_a_usage_error()
    {
        var parsed = CanaryCommand.Create(new TextConsole().Lines).Parse(["acme/greet", "two", "--weight", "half"]);
        Assert.Equal(
            ["version takes a whole number, not \"two\".", "--weight takes a whole number, not \"half\"."],
            parsed.Errors.Select(error => error.Message).OrderDescending()
        );
    }

    [Fact]
    public async Task Versions_can_be_listed_rolled_back_and_used_as_a_canary()
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
            @"^acme/greet: Version 1 is live\.\s+~ It takes at most .* s instead of .* s\.\s+\+ Runs get the "
                + @"contact's customerNumber\.\s+- It does not call the connection crm any more\.$",
            output
        );
        await Store.DeleteConnectionAsync(Acme, ConnectionId.Parse("crm"), Cancel);
        (code, output) = await AskAsync("rollback", "acme/greet", "2");
        Assert.Equal(1, code);
        Assert.Matches(
            @"^acme/greet: Version 2 cannot serve callers in the current deployment\.\s+[0-9]+:[0-9]+ error CXF2201 "
                + @"/steps/next/connection: .* Fix: ",
            output
        );
    }

    [Fact]
    public async Task Diff_prints_what_publishing_would_change()
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
    public async Task A_missing_flow_or_tenant_is_reported_and_nothing_is_written(params string[] command)
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
    public async Task A_missing_side_of_a_diff_is_named(string side, string message)
    {
        await PublishAsync();
        var (code, output) = await AskAsync("diff", "acme/greet", "--to", side, "--json");
        Assert.Equal(2, code);
        Assert.StartsWith(message, JsonElement.Parse(output).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Delete_prints_what_it_would_remove_and_removes_it_with_yes()
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
}
