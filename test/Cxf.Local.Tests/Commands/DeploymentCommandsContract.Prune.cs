using System.CommandLine;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Commands;
using Cxf.Local.Tests.Output;

namespace Cxf.Local.Tests.Commands;

/// <content><c>cxf publish</c> with data that only the deployment contains, and <c>--prune</c>.</content>
public abstract partial class DeploymentCommandsContract
{
    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task Data_that_only_the_deployment_contains_is_kept_and_listed(string? instances)
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
    public async Task Prune_lists_the_leftovers_and_removes_nothing_without_yes()
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
    public async Task Prune_removes_only_what_it_lists()
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
    public void Conflicting_options_are_a_usage_error(string options, string message)
    {
        var parsed = PublishCommand.Create(new TextConsole().Lines).Parse([_source.FullName, .. options.Split(' ')]);
        Assert.Equal([message], parsed.Errors.Select(error => error.Message));
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
}
