using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Stores;

public sealed class CachingConfigurationStoreTests
{
    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Flow = FlowId.Parse("create_lead");

    private readonly FakeTimeProvider _clock = new();
    private readonly CountingStore _store = new() { Live = Version(1) };
    private readonly CachingConfigurationStore _cached;

    public CachingConfigurationStoreTests() => _cached = new CachingConfigurationStore(_store, CacheAges.Default, _clock, NullLogger.Instance);

    [Fact]
    public async Task A_fresh_value_is_read_once()
    {
        await FindAsync();
        await FindAsync();
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task An_older_value_is_used_at_once_and_read_again_behind_the_answer()
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

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_that_every_call_needs_is_kept_through_an_outage_and_read_again_behind_the_answer(string kind)
    {
        _store.Tenants = [Acme];
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
    public async Task What_does_not_exist_is_looked_for_every_time()
    {
        _store.Live = null;
        Assert.Null(await FindAsync());
        _store.Live = Version(1);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_flow_that_is_taken_away_is_gone_after_the_refresh()
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
        _store.Tenants = [Acme];
        Assert.Equal([Acme], await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken));
        Assert.Equal([Acme], await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken));
        Assert.Equal(2, _store.Reads);
    }

    private ValueTask<LiveFlow?> FindAsync() => _cached.FindLiveAsync(Acme, Flow, TestContext.Current.CancellationToken);

    private async Task<object?> FindAsync(string kind) => kind switch
    {
        "tenants" => await _cached.FindTenantsAsync("arn:1", TestContext.Current.CancellationToken),
        "live flow" => await FindAsync(),
        _ => await _cached.FindConnectionAsync(Acme, ConnectionId.Parse("crm"), TestContext.Current.CancellationToken),
    };

    private static LiveFlow Version(int version) => new(Flow, version, "hash", "arn", StateMachineType.Standard, "{}", []);
}
