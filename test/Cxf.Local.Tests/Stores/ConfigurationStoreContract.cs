using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Tests.Stores;

/// <summary>What every configuration store does, whatever it is made of.</summary>
public abstract class ConfigurationStoreContract
{
    private const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/1";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly TenantId Globex = TenantId.Parse("globex");
    private static readonly ConnectionId Crm = ConnectionId.Parse("crm");
    private static readonly FlowId Flow = FlowId.Parse("create_lead");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IConfigurationStore> CreateAsync();

    [Fact]
    public async Task An_unknown_instance_may_act_for_no_tenant() =>
        Assert.Empty(await (await CreateAsync()).FindTenantsAsync(Instance, Cancel));

    [Fact]
    public async Task An_instance_may_act_for_the_tenants_it_was_given_last()
    {
        var store = await CreateAsync();
        await store.PutTenantsAsync(Instance, [Acme, Globex], Cancel);
        await store.PutTenantsAsync(Instance, [Globex], Cancel);
        Assert.Equal([Globex], await store.FindTenantsAsync(Instance, Cancel));
    }

    [Fact]
    public async Task An_instance_given_no_tenants_may_act_for_none()
    {
        var store = await CreateAsync();
        await store.PutTenantsAsync(Instance, [Acme], Cancel);
        await store.PutTenantsAsync(Instance, [], Cancel);
        Assert.Empty(await store.FindTenantsAsync(Instance, Cancel));
    }

    [Fact]
    public async Task A_connection_is_found_by_its_own_tenant_only()
    {
        var store = await CreateAsync();
        await store.PutConnectionAsync(Acme, Crm, """{"baseUrl":"https://crm.example"}""", Cancel);
        Assert.Equal("""{"baseUrl":"https://crm.example"}""", await store.FindConnectionAsync(Acme, Crm, Cancel));
        Assert.Null(await store.FindConnectionAsync(Globex, Crm, Cancel));
        Assert.Empty(await store.ListConnectionsAsync(Globex, Cancel));
    }

    [Fact]
    public async Task All_connections_of_a_tenant_are_listed()
    {
        var store = await CreateAsync();
        await store.PutConnectionAsync(Acme, Crm, "{}", Cancel);
        await store.PutConnectionAsync(Acme, ConnectionId.Parse("erp"), "{ }", Cancel);
        var connections = await store.ListConnectionsAsync(Acme, Cancel);
        Assert.Equal([("crm", "{}"), ("erp", "{ }")], connections.Select(pair => (pair.Key.Value, pair.Value)).Order());
    }

    [Fact]
    public async Task A_draft_counts_its_revisions()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindDraftAsync(Acme, Flow, Cancel));
        await store.PutDraftAsync(Acme, Flow, "one", Cancel);
        var second = await store.PutDraftAsync(Acme, Flow, "two", Cancel);
        Assert.Equal(new FlowDraft(Flow, "two", 2), second);
        Assert.Equal(second, await store.FindDraftAsync(Acme, Flow, Cancel));
        Assert.Null(await store.FindDraftAsync(Globex, Flow, Cancel));
    }

    [Fact]
    public async Task A_version_is_written_once_and_never_changes()
    {
        var store = await CreateAsync();
        var version = new FlowVersion(Flow, 1, "document", "hash");
        Assert.True(await store.TryAddVersionAsync(Acme, version, Cancel));
        Assert.False(await store.TryAddVersionAsync(Acme, version with { Document = "other" }, Cancel));
        Assert.Equal(version, await store.FindVersionAsync(Acme, Flow, 1, Cancel));
        Assert.Null(await store.FindVersionAsync(Acme, Flow, 2, Cancel));
        Assert.Null(await store.FindVersionAsync(Globex, Flow, 1, Cancel));
    }

    [Fact]
    public async Task What_is_live_is_read_back_as_it_was_written()
    {
        var store = await CreateAsync();
        var live = Live(1) with
        {
            ContactFields = [ContactField.CustomerNumber, ContactField.SystemNumber],
            ClaimsRuns = true,
            TimeoutSeconds = 30,
        };
        Assert.True(await store.TryPutLiveAsync(Acme, live, null, Cancel));
        var found = await store.FindLiveAsync(Acme, Flow, Cancel);
        Assert.NotNull(found);
        Assert.Equal(live.ContactFields, found.ContactFields);
        Assert.Equal(live with { ContactFields = found.ContactFields }, found);
        Assert.Null(await store.FindLiveAsync(Globex, Flow, Cancel));
    }

    [Fact]
    public async Task A_publisher_that_was_overtaken_changes_nothing()
    {
        var store = await CreateAsync();
        Assert.True(await store.TryPutLiveAsync(Acme, Live(1), null, Cancel));
        Assert.True(await store.TryPutLiveAsync(Acme, Live(2), 1, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(3), 1, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(3), null, Cancel));
        Assert.Equal(2, (await store.FindLiveAsync(Acme, Flow, Cancel))?.Version);
    }

    [Fact]
    public async Task Of_many_publishers_at_once_exactly_one_wins()
    {
        var store = await CreateAsync();
        var won = await Task.WhenAll(Enumerable.Range(1, 10).Select(version => store.TryPutLiveAsync(Acme, Live(version), null, Cancel).AsTask()));
        Assert.Equal(1, won.Count(one => one));
    }

    private static LiveFlow Live(int version) =>
        new(Flow, version, $"hash-{version}", "arn:alias", StateMachineType.Express, """{"type":"object"}""", []);
}
