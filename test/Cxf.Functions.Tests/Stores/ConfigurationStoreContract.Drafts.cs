using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores;

/// <content>Drafts, their checks, and requests.</content>
public abstract partial class ConfigurationStoreContract
{
    [Fact]
    public async Task A_draft_is_replaced_only_over_the_revision_that_was_read()
    {
        var store = await CreateAsync();
        Assert.NotNull(await store.TryPutDraftAsync(Acme, Flow, "one", null, Cancel));
        Assert.Null(await store.TryPutDraftAsync(Acme, Flow, "unseen", null, Cancel));
        Assert.NotNull(await store.TryPutDraftAsync(Acme, Flow, "two", 1, Cancel));
        Assert.Null(await store.TryPutDraftAsync(Acme, Flow, "overtaken", 1, Cancel));
        Assert.Equal(new FlowDraft(Flow, "two", 2), await store.FindDraftAsync(Acme, Flow, Cancel));
    }

    [Fact]
    public async Task Of_many_concurrent_saves_over_one_revision_exactly_one_wins()
    {
        var store = await CreateAsync();
        await store.TryPutDraftAsync(Acme, Flow, "first", null, Cancel);
        var saved = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(number => store.TryPutDraftAsync(Acme, Flow, $"{number}", 1, Cancel).AsTask())
        );
        Assert.Equal(await store.FindDraftAsync(Acme, Flow, Cancel), Assert.Single(saved, one => one is not null));
    }

    [Fact]
    public async Task A_removed_draft_does_not_exist_and_can_be_created_again()
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
    public async Task Equal_requests_get_different_numbers()
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
}
