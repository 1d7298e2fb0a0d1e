using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Paging;

public sealed class Pages
{
    private static readonly PagingRequest ByHeader = new() { Kind = PagingKind.Link };

    [Fact]
    public async Task The_link_header_leads_from_page_to_page()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1");
            if (page < 3)
            {
                context.Response.Headers.Link =
                    $"</first>; rel=\"first\", <?page={page + 1}>; rel=\"next last\"; title=\"a, <b>\"";
            }

            return PlatformServer.Answer($"[{page}0,{page}1]")(context);
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/leads") with { Paging = ByHeader });

        Assert.Equal(("[10,11,20,21,30,31]", 3), (outcome.Answer?.Body.GetRawText(), outcome.Answer?.Attempts));
    }

    [Fact]
    public async Task A_link_in_the_body_leads_from_page_to_page()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            PlatformServer.Answer(
                context.Request.Path == "/leads"
                    ? """{"value":[{"id":1}],"@odata.nextLink":"/more?$skip=1"}"""
                    : """{"value":[{"id":2}]}"""
            )(context)
        );

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads") with
            {
                Paging = ByHeader with { Items = "/value", Next = "/@odata.nextLink" },
            }
        );

        Assert.Equal("""[{"id":1},{"id":2}]""", outcome.Answer?.Body.GetRawText());
        Assert.Equal("/more?$skip=1", crm.Seen[1].RawTarget);
    }

    [Fact]
    public async Task A_cursor_is_sent_back_in_its_parameter()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            PlatformServer.Answer(
                context.Request.Query["after"].Count == 0
                    ? """{"results":["a"],"paging":{"next":{"after":"x&y"}}}"""
                    : """{"results":["b"],"paging":{"next":{"after":null}}}"""
            )(context)
        );

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads") with
            {
                Query = [new("limit", "1")],
                Paging = new PagingRequest
                {
                    Kind = PagingKind.Cursor,
                    Items = "/results",
                    Next = "/paging/next/after",
                    Parameter = "after",
                },
            }
        );

        Assert.Equal("""["a","b"]""", outcome.Answer?.Body.GetRawText());
        Assert.Equal(["/leads?limit=1", "/leads?limit=1&after=x%26y"], crm.Seen.Select(seen => seen.RawTarget));
    }

    [Fact]
    public async Task Page_numbers_count_up_until_a_page_is_empty()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            PlatformServer.Answer(int.Parse(context.Request.Query["p"]!) < 2 ? """{"data":[1]}""" : """{"data":[]}""")(context)
        );

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads") with
            {
                Paging = new PagingRequest
                {
                    Kind = PagingKind.Page,
                    Items = "/data",
                    Parameter = "p",
                    First = 0,
                },
            }
        );

        Assert.Equal("[1,1]", outcome.Answer?.Body.GetRawText());
        Assert.Equal(["/leads?p=0", "/leads?p=1", "/leads?p=2"], crm.Seen.Select(seen => seen.RawTarget));
    }

    [Fact]
    public async Task More_pages_than_allowed_are_an_error_and_not_an_incomplete_list()
    {
        await using var crm = await PlatformServer.StartAsync(Endless);

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/leads") with { Paging = ByHeader with { Limit = 3 } });

        Assert.Equal(
            (ErrorCodes.ApiTooLarge, FailureReason.TooManyPages, 3),
            (outcome.Failure?.Error, outcome.Failure?.Reason, crm.Seen.Count)
        );
    }

    [Fact]
    public async Task All_pages_together_have_the_steps_time()
    {
        var time = new WatchedTime();
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            time.Advance(TimeSpan.FromMilliseconds(60));
            return Endless(context);
        });

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/leads") with
            {
                Paging = ByHeader with { Limit = 100 },
                Timeout = TimeSpan.FromMilliseconds(300),
            },
            Given.Options with
            {
                TimeProvider = time,
            }
        );

        Assert.Equal((FailureReason.StepTimedOut, 5), (outcome.Failure?.Reason, crm.Seen.Count));
    }

    [Fact]
    public async Task A_next_page_at_another_host_is_refused()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.Headers.Link = "<https://evil.example.com/more>; rel=next";
            return PlatformServer.Answer("[]")(context);
        });

        Assert.Equal(
            FailureReason.RedirectRefused,
            (await Given.CallAsync(crm.Url, Given.Get("/") with { Paging = ByHeader })).Failure?.Reason
        );
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"value":{}}""", "/value")]
    [InlineData("""{"values":[]}""", "/value")]
    [InlineData("5", "/value")]
    public async Task A_page_without_its_items_is_a_bad_answer(string page, string items)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync(page);

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/") with { Paging = ByHeader with { Items = items } });

        Assert.Equal((ErrorCodes.ApiBadAnswer, FailureReason.PageUnusable), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_later_page_that_fails_fails_the_call()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            if (context.Request.Query.Count > 0)
            {
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
            }

            return Endless(context);
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/") with { Paging = ByHeader });

        Assert.Equal((ErrorCodes.ApiUnavailable, 2), (outcome.Failure?.Error, outcome.Failure?.Attempts));
    }

    private static Task Endless(HttpContext context)
    {
        context.Response.Headers.Link = "<?page=again>; rel=next";
        return PlatformServer.Answer("[1]")(context);
    }
}
