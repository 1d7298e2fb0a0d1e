using Cxf.Documents.Identifiers;
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
    public async Task Many_who_bind_at_once_lose_no_ones_binding()
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
    public async Task Ending_a_binding_that_is_none_makes_neither_a_tenant_nor_an_instance()
    {
        var store = await CreateAsync();
        await store.UnbindAsync(Instance, Acme, Cancel);
        Assert.Null(await store.FindTenantAsync(Acme, Cancel));
        Assert.Empty(await store.FindTenantsAsync(Instance, Cancel));
    }

    [Fact]
    public async Task A_tenant_that_is_removed_is_unknown()
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
    public async Task A_connection_that_is_removed_is_gone()
    {
        var store = await CreateAsync();
        await store.PutConnectionAsync(Acme, Crm, "{}", Cancel);
        await store.DeleteConnectionAsync(Acme, Crm, Cancel);
        await store.DeleteConnectionAsync(Acme, Crm, Cancel);
        Assert.Null((await store.FindConnectionAsync(Acme, 0, Crm, Cancel))?.Document);
    }

    [Fact]
    public async Task A_connection_is_in_another_state_whenever_its_document_changes_and_whoever_owns_the_tenants_id()
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
    public async Task Generations_count_the_tenants_of_an_id_that_are_over()
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

    [Fact]
    public async Task A_draft_is_replaced_only_by_who_has_seen_it()
    {
        var store = await CreateAsync();
        Assert.NotNull(await store.TryPutDraftAsync(Acme, Flow, "one", null, Cancel));
        Assert.Null(await store.TryPutDraftAsync(Acme, Flow, "unseen", null, Cancel));
        Assert.NotNull(await store.TryPutDraftAsync(Acme, Flow, "two", 1, Cancel));
        Assert.Null(await store.TryPutDraftAsync(Acme, Flow, "overtaken", 1, Cancel));
        Assert.Equal(new FlowDraft(Flow, "two", 2), await store.FindDraftAsync(Acme, Flow, Cancel));
    }

    [Fact]
    public async Task Of_many_who_save_over_one_revision_exactly_one_wins()
    {
        var store = await CreateAsync();
        await store.TryPutDraftAsync(Acme, Flow, "first", null, Cancel);
        var saved = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(number => store.TryPutDraftAsync(Acme, Flow, $"{number}", 1, Cancel).AsTask())
        );
        Assert.Equal(await store.FindDraftAsync(Acme, Flow, Cancel), Assert.Single(saved, one => one is not null));
    }

    [Fact]
    public async Task A_draft_that_is_removed_is_gone_and_starts_again()
    {
        var store = await CreateAsync();
        await store.TryPutDraftAsync(Acme, Flow, "one", null, Cancel);
        await store.TryPutDraftAsync(Acme, Flow, "two", 1, Cancel);
        await store.DeleteDraftAsync(Acme, Flow, Cancel);
        await store.DeleteDraftAsync(Acme, Flow, Cancel);
        Assert.Null(await store.FindDraftAsync(Acme, Flow, Cancel));
        Assert.Equal(1, (await store.TryPutDraftAsync(Acme, Flow, "new", null, Cancel))?.Revision);
    }

    [Fact]
    public async Task The_check_of_an_earlier_revision_does_not_replace_that_of_a_later_one()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindCheckAsync(Acme, Flow, Cancel));
        Assert.True(await store.TryPutCheckAsync(Acme, new DraftCheck(Flow, 2, "[]"), Cancel));
        Assert.True(await store.TryPutCheckAsync(Acme, new DraftCheck(Flow, 2, """["again"]"""), Cancel));
        Assert.False(await store.TryPutCheckAsync(Acme, new DraftCheck(Flow, 1, """["old"]"""), Cancel));
        Assert.Equal(new DraftCheck(Flow, 2, """["again"]"""), await store.FindCheckAsync(Acme, Flow, Cancel));
    }

    [Fact]
    public async Task Requests_are_numbered_even_when_they_ask_for_the_same()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindRequestAsync(Acme, Flow, Cancel));
        Assert.Equal(1, await store.PutRequestAsync(Acme, Flow, """{"action":"publish"}""", Cancel));
        Assert.Equal(2, await store.PutRequestAsync(Acme, Flow, """{"action":"publish"}""", Cancel));
        Assert.Equal(1, await store.PutRequestAsync(Acme, null, """{"action":"delete"}""", Cancel));
        Assert.Equal("""{"action":"publish"}""", await store.FindRequestAsync(Acme, Flow, Cancel));
        Assert.Equal("""{"action":"delete"}""", await store.FindRequestAsync(Acme, null, Cancel));
        Assert.Null(await store.FindRequestAsync(Globex, Flow, Cancel));
    }

    [Fact]
    public async Task An_outcome_names_its_request()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindOutcomeAsync(Acme, Flow, Cancel));
        await store.PutOutcomeAsync(Acme, Flow, new RequestOutcome(1, """{"status":"REJECTED"}"""), Cancel);
        await store.PutOutcomeAsync(Acme, Flow, new RequestOutcome(2, """{"status":"PUBLISHED"}"""), Cancel);
        await store.PutOutcomeAsync(Acme, null, new RequestOutcome(7, """{"status":"DELETED"}"""), Cancel);
        Assert.Equal(new RequestOutcome(2, """{"status":"PUBLISHED"}"""), await store.FindOutcomeAsync(Acme, Flow, Cancel));
        Assert.Equal(new RequestOutcome(7, """{"status":"DELETED"}"""), await store.FindOutcomeAsync(Acme, null, Cancel));
    }

    [Fact]
    public async Task A_flow_is_listed_as_long_as_anything_of_it_is_there()
    {
        var store = await CreateAsync();
        var other = FlowId.Parse("create_lead-2");
        await store.AddTenantAsync(Acme, Cancel);
        await store.PutRequestAsync(Acme, null, "{}", Cancel);
        await store.TryPutDraftAsync(Acme, Flow, "{}", null, Cancel);
        await store.TryAddVersionAsync(Acme, Version(other, 1), Cancel);
        await store.TryPutDraftAsync(Globex, FlowId.Parse("elsewhere"), "{}", null, Cancel);
        Assert.Equal(
            ["create_lead", "create_lead-2"],
            (await store.ListFlowsAsync(Acme, Cancel)).Select(flow => flow.Value).Order()
        );
        await store.DeleteDraftAsync(Acme, Flow, Cancel);
        Assert.Equal([other], await store.ListFlowsAsync(Acme, Cancel));
        await store.PutRequestAsync(Acme, Flow, "{}", Cancel);
        Assert.Equal(2, (await store.ListFlowsAsync(Acme, Cancel)).Count);
        await store.PutOutcomeAsync(Acme, Flow, new RequestOutcome(1, "{}"), Cancel);
        await store.TryPutCheckAsync(Acme, new DraftCheck(Flow, 1, "[]"), Cancel);
        await store.DeleteCheckAsync(Acme, Flow, Cancel);
        await store.DeleteRequestsAsync(Acme, Flow, Cancel);
        await store.DeleteVersionAsync(Acme, other, 1, Cancel);
        Assert.Empty(await store.ListFlowsAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_draft_counts_its_revisions()
    {
        var store = await CreateAsync();
        Assert.Null(await store.FindDraftAsync(Acme, Flow, Cancel));
        await store.TryPutDraftAsync(Acme, Flow, "one", null, Cancel);
        var second = await store.TryPutDraftAsync(Acme, Flow, "two", 1, Cancel);
        Assert.Equal(new FlowDraft(Flow, "two", 2), second);
        Assert.Equal(second, await store.FindDraftAsync(Acme, Flow, Cancel));
        Assert.Null(await store.FindDraftAsync(Globex, Flow, Cancel));
    }

    [Fact]
    public async Task A_version_is_written_once_and_never_changes()
    {
        var store = await CreateAsync();
        var version = Version(Flow, 1);
        Assert.True(await store.TryAddVersionAsync(Acme, version, Cancel));
        Assert.False(await store.TryAddVersionAsync(Acme, version with { Document = "other" }, Cancel));
        await AssertVersionAsync(store, version);
        Assert.Null(await store.FindVersionAsync(Acme, Flow, 2, Cancel));
        Assert.Null(await store.FindVersionAsync(Globex, Flow, 1, Cancel));
    }

    [Fact]
    public async Task A_version_learns_its_place_in_Step_Functions_and_one_that_is_gone_does_not_come_back_by_it()
    {
        var store = await CreateAsync();
        await store.TryAddVersionAsync(Acme, Version(Flow, 1), Cancel);
        Assert.True(await store.TryPutMachineVersionAsync(Acme, Flow, 1, "arn:machine:1", Cancel));
        await AssertVersionAsync(store, Version(Flow, 1) with { MachineVersionArn = "arn:machine:1" });
        await store.DeleteVersionAsync(Acme, Flow, 1, Cancel);
        Assert.False(await store.TryPutMachineVersionAsync(Acme, Flow, 1, "arn:machine:1", Cancel));
        Assert.Null(await store.FindVersionAsync(Acme, Flow, 1, Cancel));
    }

    [Fact]
    public async Task Versions_are_listed_in_their_order_and_by_flow()
    {
        var store = await CreateAsync();
        foreach (var number in (int[])[10, 9, 2, 100_001])
        {
            await store.TryAddVersionAsync(Acme, Version(Flow, number), Cancel);
        }

        await store.TryAddVersionAsync(Acme, Version(FlowId.Parse("create_lead2"), 3), Cancel);
        await store.TryPutMachineVersionAsync(Acme, Flow, 9, "arn:machine:9", Cancel);
        var entries = await store.ListVersionsAsync(Acme, Flow, Cancel);
        Assert.Equal([2, 9, 10, 100_001], entries.Select(entry => entry.Version));
        Assert.Equal(new VersionEntry(9, "hash-9", Version(Flow, 9).CreatedAt, "arn:machine:9"), entries[1]);
        Assert.Null(entries[0].MachineVersionArn);
        Assert.Empty(await store.ListVersionsAsync(Globex, Flow, Cancel));
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
            WorstCase = TimeSpan.FromMilliseconds(7_250),
            ClaimedBefore = true,
            Routes = [new LiveRoute(1, "arn:machine:1", 90), new LiveRoute(2, "arn:machine:2", 10)],
        };
        Assert.True(await store.TryPutLiveAsync(Acme, live, null, Cancel));
        var found = await store.FindLiveAsync(Acme, Flow, Cancel);
        Assert.NotNull(found);
        Assert.Equal(live.ContactFields, found.ContactFields);
        Assert.Equal(live.Routes, found.Routes);
        Assert.Equal(live with { ContactFields = found.ContactFields, Routes = found.Routes, Revision = 1 }, found);
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
        Assert.Equal(2, (await store.FindLiveAsync(Acme, Flow, Cancel))?.Revision);
    }

    [Fact]
    public async Task The_same_version_again_is_a_change_that_others_must_have_seen()
    {
        var store = await CreateAsync();
        Assert.True(await store.TryPutLiveAsync(Acme, Live(1), null, Cancel));
        Assert.True(await store.TryPutLiveAsync(Acme, Live(1), 1, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(2), 1, Cancel));
    }

    [Fact]
    public async Task A_flow_that_is_taken_away_is_not_live()
    {
        var store = await CreateAsync();
        await store.TryPutLiveAsync(Acme, Live(1), null, Cancel);
        await store.DeleteLiveAsync(Acme, Flow, Cancel);
        await store.DeleteLiveAsync(Acme, Flow, Cancel);
        Assert.Null(await store.FindLiveAsync(Acme, Flow, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(2), 1, Cancel));
    }

    [Fact]
    public async Task Of_many_publishers_at_once_exactly_one_wins()
    {
        var store = await CreateAsync();
        var won = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(version => store.TryPutLiveAsync(Acme, Live(version), null, Cancel).AsTask())
        );
        Assert.Equal(1, won.Count(one => one));
    }

    private static Comparer<TenantId> ById =>
        Comparer<TenantId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static LiveFlow Live(int version) =>
        new(Flow, version, $"hash-{version}", "arn:alias", StateMachineType.Express, """{"type":"object"}""", []);

    private static FlowVersion Version(FlowId flow, int number) =>
        new()
        {
            Flow = flow,
            Version = number,
            Document = "{ }",
            ContentHash = $"hash-{number}",
            CreatedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, 123, TimeSpan.Zero),
            Type = StateMachineType.Standard,
            InputContract = """{"type":"object"}""",
            ContactFields = [ContactField.SystemNumber],
            ClaimsRuns = true,
            TimeoutSeconds = 3_600,
            WorstCase = TimeSpan.FromMilliseconds(61_005),
        };

    private static async Task AssertVersionAsync(IConfigurationStore store, FlowVersion expected)
    {
        var found = await store.FindVersionAsync(Acme, expected.Flow, expected.Version, Cancel);
        Assert.NotNull(found);
        Assert.Equal(expected.ContactFields, found.ContactFields);
        Assert.Equal(expected with { ContactFields = found.ContactFields }, found);
    }
}
