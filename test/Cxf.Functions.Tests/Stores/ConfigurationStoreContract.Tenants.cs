using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores;

/// <content>Instances, tenants and connections.</content>
public abstract partial class ConfigurationStoreContract
{
    [Fact]
    public async Task An_unknown_instance_may_act_for_no_tenant() =>
        Assert.Empty(await (await CreateAsync()).FindTenantsAsync(Instance, Cancel));

    [Fact]
    public async Task An_instance_may_act_for_the_tenants_that_are_bound_to_it()
    {
        var store = await CreateAsync();
        await store.BindAsync(Instance, Acme, Cancel);
        await store.BindAsync(Instance, Globex, Cancel);
        await store.BindAsync(Instance, Globex, Cancel);
        Assert.Equal([Acme, Globex], await TenantsAsync(store));
        await store.UnbindAsync(Instance, Acme, Cancel);
        Assert.Equal([Globex], await TenantsAsync(store));
        await store.UnbindAsync(Instance, Globex, Cancel);
        Assert.Empty(await store.FindTenantsAsync(Instance, Cancel));
    }

    [Fact]
    public async Task Concurrent_bindings_are_all_kept()
    {
        var store = await CreateAsync();
        var tenants = Enumerable.Range(1, 10).Select(number => TenantId.Parse($"tenant-{number:D2}")).ToArray();
        await Task.WhenAll(tenants.Select(tenant => store.BindAsync(Instance, tenant, Cancel).AsTask()));
        Assert.Equal(tenants, await TenantsAsync(store));
    }

    [Fact]
    public async Task A_tenant_knows_the_instances_it_is_bound_to()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindTenantAsync(Acme, Cancel));
        await store.AddTenantAsync(Acme, Cancel);
        Assert.Empty((await store.FindTenantAsync(Acme, Cancel))!.Instances);
        await store.BindAsync(Instance, Acme, Cancel);
        await store.BindAsync(Instance + "2", Acme, Cancel);
        await store.AddTenantAsync(Acme, Cancel);
        Assert.Equal([Instance, Instance + "2"], (await store.FindTenantAsync(Acme, Cancel))!.Instances.Order());
        await store.UnbindAsync(Instance, Acme, Cancel);
        Assert.Equal([Instance + "2"], (await store.FindTenantAsync(Acme, Cancel))!.Instances);
    }

    [Fact]
    public async Task Removing_a_missing_binding_creates_neither_a_tenant_nor_an_instance()
    {
        var store = await CreateAsync();
        await store.UnbindAsync(Instance, Acme, Cancel);
        Assert.Null(await store.FindTenantAsync(Acme, Cancel));
        Assert.Empty(await store.FindTenantsAsync(Instance, Cancel));
    }

    [Fact]
    public async Task A_removed_tenant_does_not_exist()
    {
        var store = await CreateAsync();
        await store.AddTenantAsync(Acme, Cancel);
        await store.DeleteTenantAsync(Acme, Cancel);
        await store.DeleteTenantAsync(Acme, Cancel);
        Assert.Null(await store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_connection_is_found_by_its_own_tenant_only()
    {
        var store = await CreateAsync();
        await store.PutConnectionAsync(Acme, Crm, """{"baseUrl":"https://crm.example"}""", Cancel);
        Assert.Equal("""{"baseUrl":"https://crm.example"}""", (await store.FindConnectionAsync(Acme, 0, Crm, Cancel))?.Document);
        Assert.Null(await store.FindConnectionAsync(Globex, 0, Crm, Cancel));
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
    public async Task A_removed_connection_does_not_exist()
    {
        var store = await CreateAsync();
        await store.PutConnectionAsync(Acme, Crm, "{}", Cancel);
        await store.DeleteConnectionAsync(Acme, Crm, Cancel);
        await store.DeleteConnectionAsync(Acme, Crm, Cancel);
        Assert.Null((await store.FindConnectionAsync(Acme, 0, Crm, Cancel))?.Document);
    }

    [Fact]
    public async Task A_connection_has_a_new_revision_after_each_change_and_for_each_tenant_of_its_id()
    {
        var store = await CreateAsync();
        var states = new List<string>();
        foreach (var document in (string[])["{}", """{"name":"b"}"""])
        {
            await store.PutConnectionAsync(Acme, Crm, document, Cancel);
            states.Add((await store.FindConnectionAsync(Acme, 0, Crm, Cancel))!.Revision);
            Assert.Equal(states[^1], (await store.FindConnectionAsync(Acme, 0, Crm, Cancel))!.Revision);
        }

        await store.DeleteConnectionAsync(Acme, Crm, Cancel);
        await store.EndGenerationAsync(Acme, Cancel);
        await store.PutConnectionAsync(Acme, Crm, "{}", Cancel);
        states.Add((await store.FindConnectionAsync(Acme, 1, Crm, Cancel))!.Revision);
        Assert.Equal(states, states.Distinct());
        Assert.Null(await store.FindConnectionAsync(Acme, 0, Crm, Cancel));
        Assert.Null(await store.FindConnectionAsync(Acme, 2, Crm, Cancel));
    }

    [Fact]
    public async Task Generations_count_the_deleted_tenants_of_an_id()
    {
        var store = await CreateAsync();
        Assert.Equal(0, await store.FindGenerationAsync(Acme, Cancel));
        await store.AddTenantAsync(Acme, Cancel);
        await store.BindAsync(Instance, Acme, Cancel);
        await store.UnbindAsync(Instance, Acme, Cancel);
        await store.EndGenerationAsync(Acme, Cancel);
        await store.DeleteTenantAsync(Acme, Cancel);
        await store.AddTenantAsync(Acme, Cancel);
        Assert.Equal(1, await store.FindGenerationAsync(Acme, Cancel));
        Assert.Equal(0, await store.FindGenerationAsync(Globex, Cancel));
        await store.BindAsync(Instance, Acme, Cancel);
        var binding = Assert.Single(await store.FindTenantsAsync(Instance, Cancel));
        Assert.True(binding.IsOfCurrent(Acme, 1));
        Assert.False(binding.IsOf(Acme, 2));
        await store.UnbindAsync(Instance, Acme, Cancel);
        Assert.Empty(await store.FindTenantsAsync(Instance, Cancel));
    }

    private static async Task<IEnumerable<TenantId>> TenantsAsync(IConfigurationStore store) =>
        (await store.FindTenantsAsync(Instance, Cancel)).Select(binding => binding.Tenant).Order(ById);

    private static Comparer<TenantId> ById =>
        Comparer<TenantId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));
}
