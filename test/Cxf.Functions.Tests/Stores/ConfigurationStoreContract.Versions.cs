using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores;

/// <content>Versions and live flows.</content>
public abstract partial class ConfigurationStoreContract
{
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
    public async Task The_ARN_of_a_version_is_stored_only_while_the_version_exists()
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
    public async Task A_live_flow_is_read_as_it_was_written()
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
    public async Task A_publisher_with_an_outdated_revision_changes_nothing()
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
    public async Task Writing_the_same_live_version_again_changes_its_revision()
    {
        var store = await CreateAsync();
        Assert.True(await store.TryPutLiveAsync(Acme, Live(1), null, Cancel));
        Assert.True(await store.TryPutLiveAsync(Acme, Live(1), 1, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(2), 1, Cancel));
    }

    [Fact]
    public async Task A_removed_flow_is_not_live()
    {
        var store = await CreateAsync();
        await store.TryPutLiveAsync(Acme, Live(1), null, Cancel);
        await store.DeleteLiveAsync(Acme, Flow, Cancel);
        await store.DeleteLiveAsync(Acme, Flow, Cancel);
        Assert.Null(await store.FindLiveAsync(Acme, Flow, Cancel));
        Assert.False(await store.TryPutLiveAsync(Acme, Live(2), 1, Cancel));
    }

    [Fact]
    public async Task Of_many_concurrent_publishers_exactly_one_wins()
    {
        var store = await CreateAsync();
        var won = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(version => store.TryPutLiveAsync(Acme, Live(version), null, Cancel).AsTask())
        );
        Assert.Equal(1, won.Count(one => one));
    }

    private static async Task AssertVersionAsync(IConfigurationStore store, FlowVersion expected)
    {
        var found = await store.FindVersionAsync(Acme, expected.Flow, expected.Version, Cancel);
        Assert.NotNull(found);
        Assert.Equal(expected.ContactFields, found.ContactFields);
        Assert.Equal(expected with { ContactFields = found.ContactFields }, found);
    }
}
