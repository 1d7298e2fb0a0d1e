using System.Text.Json;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.Tests.Commands;

public abstract partial class DeploymentCommandsContract
{
    private static readonly ConnectionId Crm = ConnectionId.Parse("crm");

    [Fact]
    public async Task The_doctor_finds_nothing_in_what_was_published()
    {
        await PublishAsync();
        Assert.Empty(await FindingsAsync("acme", "acme/greet"));
    }

    [Fact]
    public async Task The_doctor_misses_a_tenant_that_is_not_there()
    {
        var (code, output) = await AskAsync("doctor", "nobody");
        Assert.Equal(1, code);
        Assert.Contains("nobody: There is no such tenant in", output);
    }

    [Fact]
    public async Task The_doctor_misses_an_instance_that_may_act_for_the_tenant()
    {
        await PublishAsync();
        await Store.UnbindAsync(Instance, Acme, Cancel);
        var finding = Assert.Single(await FindingsAsync("acme"));
        Assert.Equal("warning", finding.Severity);
        Assert.StartsWith("No Amazon Connect instance may act for the tenant", finding.Message);
    }

    [Fact]
    public async Task The_doctor_reads_connections_as_CallApi_does()
    {
        await PublishAsync();
        await Store.PutConnectionAsync(Acme, Crm, """{"baseUrl": 5}""", Cancel);
        var finding = Assert.Single(await FindingsAsync("acme/connections/crm"));
        Assert.Equal("error", finding.Severity);
        Assert.Contains("at /baseUrl: ", finding.Message);
    }

    [Fact]
    public async Task The_doctor_finds_a_live_version_that_no_longer_fits_what_it_uses()
    {
        WriteGreet(
            "hello",
            next: """
            { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "next": "respond_1" }
            """
        );
        await PublishAsync();
        Assert.Empty(await FindingsAsync("acme/greet"));
        await Store.DeleteConnectionAsync(Acme, Crm, Cancel);
        Assert.Equal(
            [
                ("error", "Version 1, which callers use, no longer fits what it uses: CXF2201 at /steps/next/connection"),
                ("warning", "The draft cannot be published: CXF2201 at /steps/next/connection"),
            ],
            (await FindingsAsync("acme/greet")).Select(finding =>
                (finding.Severity, finding.Message[..(finding.Message.IndexOf("/connection", StringComparison.Ordinal) + 11)])
            )
        );
    }

    [Fact]
    public async Task The_doctor_tells_a_draft_from_the_version_that_callers_use()
    {
        await PublishAsync();
        var draft = await Store.FindDraftAsync(Acme, Greet, Cancel);
        await Store.TryPutDraftAsync(Acme, Greet, Greeting("good day"), draft!.Revision, Cancel);
        var finding = Assert.Single(await FindingsAsync("acme/greet"));
        Assert.Equal(("info", "The draft differs from version 1, which callers use."), (finding.Severity, finding.Message));
    }

    [Fact]
    public async Task The_doctor_finds_a_flow_that_is_not_live()
    {
        await PublishAsync();
        await Store.DeleteLiveAsync(Acme, Greet, Cancel);
        var finding = Assert.Single(await FindingsAsync("acme/greet"));
        Assert.Equal(
            ("warning", "The flow is not live: a contact flow that names it gets FlowNotLive."),
            (finding.Severity, finding.Message)
        );
    }

    private async Task<IReadOnlyList<(string Severity, string Message)>> FindingsAsync(params string[] where)
    {
        var (_, output) = await AskAsync("doctor", "acme", "--json");
        return
        [
            .. JsonElement
                .Parse(output)
                .GetProperty("findings")
                .EnumerateArray()
                .Where(finding => where.Contains(finding.GetProperty("where").GetString()))
                .Select(finding => (finding.GetProperty("severity").GetString()!, finding.GetProperty("message").GetString()!)),
        ];
    }
}
