using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Stores.Caching;

public sealed class CachingConfigurationStoreTests
{
    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Flow = FlowId.Parse("create_lead");

    private readonly FakeTimeProvider _clock = new();
    private readonly CountingStore _store = new() { Live = Version(1) };
    private readonly CachingConfigurationStore _cached;

    public CachingConfigurationStoreTests() =>
        _cached = new CachingConfigurationStore(_store, CacheAges.Default, _clock, NullLogger.Instance);

    [Fact]
    public async Task A_fresh_value_is_read_once()
    {
        await FindAsync();
        await FindAsync();
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task An_older_value_is_used_immediately_and_read_again_after_the_answer()
    {
        await FindAsync();
        _clock.Advance(CacheAges.Default.Fresh);
        _store.Live = Version(2);
        Assert.Equal(1, (await FindAsync())!.Version);
        Assert.Equal(2, (await FindAsync())!.Version);
        Assert.Equal(2, _store.Reads);
    }

    [Fact]
    public async Task Within_the_age_an_outage_fails_no_call_and_the_end_of_the_outage_is_noticed()
    {
        await FindAsync();
        _clock.Advance(CacheAges.Default.Fresh);
        _store.IsDown = true;
        Assert.Equal(1, (await FindAsync())!.Version);
        Assert.Equal(1, (await FindAsync())!.Version);
        _store.IsDown = false;
        _store.Live = Version(2);
        await FindAsync();
        Assert.Equal(2, (await FindAsync())!.Version);
    }

    public static TheoryData<string> Kinds => ["tenants", "live flow", "connection"];

    [Fact]
    public async Task A_connection_is_read_for_every_call_so_the_next_call_sees_a_change()
    {
        var document = "{}";
        var store = new CountingStore { Connection = _ => new(document) };
        var cached = new CachingConfigurationStore(store, CacheAges.Default, _clock, NullLogger.Instance);
        Assert.Equal("{}", (await ConnectionAsync(cached))!.Document);
        document = """{"name":"moved"}""";
        Assert.Equal(document, (await ConnectionAsync(cached))!.Document);
        store.Generation = 1;
        Assert.Null(await ConnectionAsync(cached));
        store.IsDown = true;
        await Assert.ThrowsAsync<IOException>(async () => await ConnectionAsync(cached));
    }

    [Fact]
    public async Task A_table_that_hangs_holds_up_one_call_in_ten_seconds()
    {
        var hangs = false;
        var store = new CountingStore
        {
            Connection = async token =>
            {
                await Task.Delay(hangs ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, token);
                return "{}";
            },
        };
        var cached = new CachingConfigurationStore(store, CacheAges.Default, _clock, NullLogger.Instance);
        await ConnectionAsync(cached);
        hangs = true;
        var held = ConnectionAsync(cached);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await held);
        Assert.NotNull(await ConnectionAsync(cached));
        Assert.Equal(2, store.Reads);
        hangs = false;
        _clock.Advance(CacheAges.Default.Fresh);
        Assert.NotNull(await ConnectionAsync(cached));
        Assert.Equal(3, store.Reads);
    }

    private static async Task<StoredConnection?> ConnectionAsync(CachingConfigurationStore cached) =>
        await cached.FindConnectionAsync(Acme, 0, ConnectionId.Parse("crm"), TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cached_values_survive_an_outage_and_are_read_again_after_the_answer(string kind)
    {
        _store.Tenants = [new(Acme)];
        var first = await FindAsync(kind);
        Assert.NotNull(first);
        _store.IsDown = true;
        _clock.Advance(CacheAges.Default.Max - TimeSpan.FromSeconds(1));
        Assert.Equal(first, await FindAsync(kind));
        Assert.Equal(2, _store.Reads);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<IOException>(async () => await FindAsync(kind));
    }

    [Fact]
    public async Task Past_the_age_the_value_is_read_before_the_answer()
    {
        await FindAsync();
        _clock.Advance(CacheAges.Default.Max);
        _store.Live = Version(2);
        Assert.Equal(2, (await FindAsync())!.Version);
        _clock.Advance(CacheAges.Default.Max);
        _store.IsDown = true;
        await Assert.ThrowsAsync<IOException>(async () => await FindAsync());
    }

    [Fact]
    public async Task Missing_values_are_not_cached()
    {
        _store.Live = null;
        Assert.Null(await FindAsync());
        _store.Live = Version(1);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_removed_flow_is_no_longer_cached_after_the_refresh()
    {
        await FindAsync();
        _clock.Advance(CacheAges.Default.Fresh);
        _store.Live = null;
        await FindAsync();
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task Without_ages_nothing_is_kept()
    {
        var uncached = new CachingConfigurationStore(_store, CacheAges.None, _clock, NullLogger.Instance);
        await uncached.FindLiveAsync(Acme, Flow, TestContext.Current.CancellationToken);
        await uncached.FindLiveAsync(Acme, Flow, TestContext.Current.CancellationToken);
        Assert.Equal(2, _store.Reads);
    }

    [Fact]
    public async Task An_instance_without_tenants_is_asked_for_every_time()
    {
        Assert.Empty(await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken));
        _store.Tenants = [new(Acme)];
        Assert.Equal([new TenantBinding(Acme)], await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken));
        Assert.Equal([new TenantBinding(Acme)], await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken));
        Assert.Equal(2, _store.Reads);
    }

    private ValueTask<LiveFlow?> FindAsync() => _cached.FindLiveAsync(Acme, Flow, TestContext.Current.CancellationToken);

    private async Task<object?> FindAsync(string kind) =>
        kind switch
        {
            "tenants" => await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken),
            "live flow" => await FindAsync(),
            _ => await _cached.FindConnectionAsync(Acme, 0, ConnectionId.Parse("crm"), TestContext.Current.CancellationToken),
        };

    private static LiveFlow Version(int version) =>
        new(Flow, version, "hash", "arn", StateMachineType.Standard, new PayloadContract("{}"), []);
}
