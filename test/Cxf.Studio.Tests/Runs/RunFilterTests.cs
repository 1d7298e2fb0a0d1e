using Cxf.Studio.Runs;

namespace Cxf.Studio.Tests.Runs;

/// <summary>The search for runs, as the address of the page has it.</summary>
public sealed class RunFilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_search_asks_for_the_newest_runs_of_a_day()
    {
        var (query, problems) = new RunFilter { Contact = " ", Since = "" }.Read(Now);
        Assert.Empty(problems);
        Assert.Equal((Now.AddDays(-1), Now, null, RunFilter.PageSize), (query!.Since, query.Until, query.Contact, query.Limit));
        Assert.Equal("runs", new RunFilter().Address);
    }

    [Theory]
    [InlineData("5ca32fbd-8f92-46af-92a5-6b0f970f0efe", null)]
    [InlineData(
        "5ca32fbd-8f92-46af-92a5-6b0f970f0efe-0123456789abcdef0123456789abcdef",
        "5ca32fbd-8f92-46af-92a5-6b0f970f0efe-0123456789abcdef0123456789abcdef"
    )]
    public void A_contact_and_a_run_are_both_found_in_one_field(string text, string? runId)
    {
        var (query, _) = new RunFilter { Contact = $" {text} " }.Read(Now);
        Assert.Equal(("5ca32fbd-8f92-46af-92a5-6b0f970f0efe", runId), (query!.Contact, query.RunId));
    }

    [Fact]
    public void The_address_has_the_whole_search()
    {
        var filter = new RunFilter
        {
            Contact = "a-1",
            Flow = "acme/create_lead",
            Status = "FAILED",
            Error = "ApiTimeout",
            Version = "3",
            Since = "7d",
            Until = "2026-03-01T08:00Z",
        };
        Assert.Equal(
            "runs?contact=a-1&flow=acme%2Fcreate_lead&status=FAILED&error=ApiTimeout&version=3&since=7d"
                + "&until=2026-03-01T08%3A00Z",
            filter.Address
        );
        var (query, problems) = filter.Read(Now);
        Assert.Empty(problems);
        Assert.Equal(
            ("acme", "create_lead", "FAILED", "ApiTimeout", 3, Now.AddDays(-7), Now.AddHours(-1)),
            (
                query!.Tenant!.Value.Value,
                query.Flow!.Value.Value,
                query.Status,
                query.Error,
                query.Version,
                query.Since,
                query.Until
            )
        );
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (query, problems) = new RunFilter
        {
            Contact = "no contact!",
            Flow = "a/b/c",
            Version = "three",
            Since = "yesterday-ish",
            Until = "soon",
        }.Read(Now);
        Assert.Null(query);
        Assert.Equal(5, problems.Count);
    }
}
