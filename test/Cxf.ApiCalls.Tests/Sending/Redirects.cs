using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class Redirects
{
    private static ApiCallerOptions WithSecret =>
        Given.Options with
        {
            Secrets = new FixedSecrets("""{"token":"planted-token"}"""),
        };

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Within_the_origin_they_are_followed_with_credentials(int status)
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            context.Request.Path == "/new/x"
                ? context.Response.WriteAsync("there")
                : RedirectAsync(context, status, "../new/x?y=1#fragment")
        );

        var outcome = await Given.CallAsync(Bearer(crm.Url), Given.Get("/old/x"), WithSecret);

        Assert.Equal(("there", 2), (outcome.Answer?.Body.GetString(), outcome.Answer?.Attempts));
        Assert.Equal("/new/x?y=1", crm.Seen[1].RawTarget);
        Assert.All(crm.Seen, seen => Assert.Equal("Bearer planted-token", seen.Headers["Authorization"]));
    }

    [Theory]
    [InlineData(307, "POST", """{"a":1}""")]
    [InlineData(308, "POST", """{"a":1}""")]
    [InlineData(303, "GET", "")]
    public async Task A_request_with_data_keeps_it_or_asks_for_the_result(int status, string method, string body)
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            context.Request.Path == "/new" ? context.Response.WriteAsync("there") : RedirectAsync(context, status, "/new")
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/old", """{"a":1}"""));

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal((method, body), (crm.Seen[1].Method, crm.Seen[1].Text));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    public async Task A_redirect_that_would_drop_the_data_is_a_misconfiguration(int status)
    {
        await using var crm = await PlatformServer.StartAsync(context => RedirectAsync(context, status, "/new"));

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/old", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiMisconfigured, FailureReason.RedirectDropsData),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
        Assert.Single(crm.Seen);
    }

    [Fact]
    public async Task A_loop_ends_after_five()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            RedirectAsync(context, 302, context.Request.Path == "/a" ? "/b" : "/a")
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/a"));

        Assert.Equal(
            (ErrorCodes.ApiBadAnswer, FailureReason.TooManyRedirects, 6),
            (outcome.Failure?.Error, outcome.Failure?.Reason, crm.Seen.Count)
        );
    }

    [Fact]
    public async Task To_a_host_that_the_connection_does_not_name_they_are_refused()
    {
        await using var other = await PlatformServer.StartAnsweringAsync();
        await using var crm = await PlatformServer.StartAsync(context => RedirectAsync(context, 302, other.Url.AbsoluteUri));

        var outcome = await Given.CallAsync(Bearer(crm.Url), Given.Get("/"), WithSecret);

        Assert.Equal((ErrorCodes.ApiBlocked, FailureReason.RedirectRefused), (outcome.Failure?.Error, outcome.Failure?.Reason));
        Assert.Empty(other.Seen);
    }

    [Fact]
    public async Task Redirects_to_a_named_host_carry_no_credentials_and_no_headers()
    {
        await using var other = await PlatformServer.StartAnsweringAsync("\"file\"");
        await using var crm = await PlatformServer.StartAsync(context =>
            RedirectAsync(context, 307, new Uri(other.Url, "/file").AbsoluteUri)
        );
        var connection = Bearer(crm.Url) with
        {
            RedirectHosts = [other.Url.Authority],
            Headers = new Dictionary<string, string> { ["X-Tenant"] = "acme" },
            IdempotencyHeader = "Idempotency-Key",
        };

        var outcome = await Given.CallAsync(connection, Given.Post("/", "{}") with { IdempotencyKey = "run-1" }, WithSecret);

        Assert.Equal("file", outcome.Answer?.Body.GetString());
        var seen = Assert.Single(other.Seen);
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host", "User-Agent"],
            seen.Headers.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_api_key_that_a_platform_copies_into_a_redirect_to_another_host_is_not_handed_over()
    {
        await using var other = await PlatformServer.StartAnsweringAsync();
        await using var crm = await PlatformServer.StartAsync(context =>
            RedirectAsync(context, 302, $"{other.Url}{context.Request.QueryString}")
        );
        var connection = Given.ConnectionTo(crm.Url) with
        {
            Auth = new ApiKeyQueryAuth("key"),
            RedirectHosts = [other.Url.Authority],
        };

        var outcome = await Given.CallAsync(
            connection,
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets("""{"key":"planted-key"}"""),
            }
        );

        Assert.Equal(FailureReason.RedirectRefused, outcome.Failure?.Reason);
        Assert.Empty(other.Seen);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("//127.0.0.1:1/x")]
    [InlineData("http://localhost/x")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Another_spelling_of_a_destination_is_another_destination(string location)
    {
        await using var crm = await PlatformServer.StartAsync(context => RedirectAsync(context, 302, location));

        Assert.Equal(ErrorCodes.ApiBlocked, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Error);
    }

    [Theory]
    [InlineData("ftp://files.example.com/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:password@127.0.0.1/x")]
    [InlineData("http://")]
    public async Task An_invalid_location_header_is_a_bad_answer(string location)
    {
        await using var crm = await PlatformServer.StartAsync(context => RedirectAsync(context, 302, location));

        Assert.Equal(FailureReason.RedirectUnusable, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_a_bad_answer()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync("{}", 302);

        Assert.Equal(FailureReason.RedirectUnusable, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Fact]
    public async Task A_redirect_host_with_a_forbidden_address_is_refused()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
            RedirectAsync(context, 302, "http://files.example.com/x")
        );
        var options = Given.Options with { NameResolver = new PlannedNames().Add("files.example.com", "169.254.169.254") };

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                RedirectHosts = ["files.example.com"],
            },
            Given.Get("/"),
            options
        );

        Assert.Equal((ErrorCodes.ApiBlocked, FailureReason.AddressRefused), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task From_https_to_http_they_are_refused_even_to_a_named_host()
    {
        await using var plain = await PlatformServer.StartAnsweringAsync();
        await using var crm = await PlatformServer.StartTlsAsync(
            context => RedirectAsync(context, 302, plain.Url.AbsoluteUri),
            TestCertificates.Localhost
        );

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                RedirectHosts = [plain.Url.Authority],
            },
            Given.Get("/")
        );

        Assert.Equal(FailureReason.RedirectRefused, outcome.Failure?.Reason);
        Assert.Empty(plain.Seen);
    }

    private static ApiConnection Bearer(Uri url) => Given.ConnectionTo(url) with { Auth = new BearerAuth() };

    private static Task RedirectAsync(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
