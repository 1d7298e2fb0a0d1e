using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Tests.LastAnswers;

/// <summary>The last good answer of a call serves while the third party fails.</summary>
public sealed class FallbackTests : FallbackCalls
{
    [Theory]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(429, true)]
    [InlineData(600, true)]
    [InlineData(404, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(422, false)]
    public async Task It_serves_when_the_third_party_fails_and_not_when_it_rejects_the_call(int status, bool serves)
    {
        using var caller = Caller();
        var fresh = await CallAsync(caller);
        Assert.Equal((TimeSpan.Zero, false), (fresh.Answer!.Age, fresh.Answer.IsStale));

        Status = status;
        Time.Advance(TimeSpan.FromSeconds(90));
        var outcome = await CallAsync(caller);

        Assert.Equal(serves, outcome.Succeeded);
        if (serves)
        {
            var written = JsonElement.Parse(outcome.Answer!.ToUtf8().Span);
            Assert.Equal((90, true), (written.GetProperty("age").GetInt32(), written.GetProperty("stale").GetBoolean()));
            Assert.Equal((200, 4.9), (outcome.Answer.Status, outcome.Answer.Body.GetProperty("fee").GetDouble()));
        }
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_is_one_that_fails()
    {
        // A connection that was not opened is tried again after a moment of real time.
        using var caller = Caller(TimeProvider.System);
        var url = Platform.Url;
        await CallAsync(caller);
        await Platform.DisposeAsync();
        Assert.True((await CallAsync(caller, connection: Given.ConnectionTo(url) with { Auth = new BearerAuth() })).Succeeded);
    }

    [Fact]
    public async Task It_serves_until_its_greatest_age()
    {
        using var caller = Caller();
        await CallAsync(caller);
        Status = 500;
        Time.Advance(TimeSpan.FromSeconds(600));
        Assert.True((await CallAsync(caller)).Succeeded);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ErrorCodes.ApiUnavailable, (await CallAsync(caller)).Failure?.Error);
    }

    [Fact]
    public async Task A_call_without_a_fallback_stores_nothing_and_has_no_age()
    {
        using var caller = Caller();
        var outcome = await CallAsync(caller, request => request with { Fallback = null });
        Assert.Equal((0, null), (Store.Answers.Count, outcome.Answer!.Age));
        Assert.DoesNotContain("age", Encoding.UTF8.GetString(outcome.Answer.ToUtf8().Span));
    }

    public static TheoryData<string> OtherCalls =>
        [
            "path",
            "query",
            "header",
            "select",
            "paging",
            "path values",
            "ignored body",
            "tenant",
            "generation",
            "connection",
            "revision",
            "url",
            "secret",
            "sensitive",
            "age",
        ];

    [Theory]
    [MemberData(nameof(OtherCalls))]
    public async Task It_serves_only_the_same_call_of_the_same_tenant_with_the_same_credentials(string changed)
    {
        using var caller = Caller();
        await CallAsync(caller, Long);
        Status = 500;
        if (changed == "secret")
        {
            Secrets.Secret = """{"token":"two"}""";
            Time.Advance(TimeSpan.FromMinutes(21));
        }

        var (tenant, id) = (TenantId.Parse("globex"), ConnectionId.Parse("erp"));
        var outcome = await CallAsync(
            caller,
            request =>
                changed switch
                {
                    "path" => Long(request) with { Path = "/other" },
                    "query" => Long(request) with { Query = [new("zip", "2")] },
                    "header" => Long(request) with { Headers = [new("Accept-Language", "de")] },
                    "select" => Long(request) with { Select = "fee" },
                    "paging" => Long(request) with { Paging = new() { Kind = PagingKind.Link } },
                    "path values" => Long(request) with { PathValues = new Dictionary<string, string> { ["id"] = "2" } },
                    "ignored body" => Long(request) with { IgnoreBody = true },
                    "tenant" => Long(request) with { Tenant = tenant },
                    "generation" => Long(request) with { Generation = 1 },
                    "connection" => Long(request) with { Connection = id },
                    "sensitive" => request with { Fallback = Long(request).Fallback! with { Sensitive = ["x"] } },
                    "age" => request,
                    _ => Long(request),
                },
            Connection() with
            {
                Tenant = changed == "tenant" ? tenant : Given.Tenant,
                Id = changed == "connection" ? id : Given.Connection,
                Revision = changed == "revision" ? "2" : "",
                BaseUrl = changed == "url" ? new Uri(Platform.Url, "/v2") : Platform.Url,
            }
        );
        Assert.Equal(ErrorCodes.ApiUnavailable, outcome.Failure?.Error);
    }

    [Fact]
    public async Task Another_process_finds_it()
    {
        using (var caller = Caller())
        {
            await CallAsync(caller);
        }

        using var other = Caller();

        // Its credentials were read when the third party still answered another call.
        await CallAsync(other, request => request with { Path = "/other" });
        Status = 500;
        Assert.True((await CallAsync(other)).Succeeded);
    }

    [Theory]
    [InlineData(FailureReason.CircuitOpen, true)]
    [InlineData(FailureReason.LimitReached, true)]
    [InlineData(FailureReason.LimitsUnavailable, true)]
    [InlineData(FailureReason.DeadlinePassed, false)]
    [InlineData(FailureReason.ConnectionChanged, false)]
    [InlineData(FailureReason.CertificateRefused, false)]
    public async Task It_also_serves_a_call_that_a_limit_refused_in_a_process_that_made_no_call(FailureReason reason, bool serves)
    {
        using (var caller = Caller())
        {
            await CallAsync(caller);
        }

        using var other = Caller();
        var refused = ApiCallOutcome.Of(new ApiCallFailure(reason, true, null, null, 0, TimeSpan.Zero));
        Assert.Equal(serves, (await other.FallBackAsync(Connection(), Request(), refused, Given.Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_process_without_a_token_finds_it_while_the_token_endpoint_fails()
    {
        var tokenStatus = 200;
        await using var login = await PlatformServer.StartAsync(context =>
            PlatformServer.Answer("""{"access_token":"t","expires_in":60}""", tokenStatus)(context)
        );
        Secrets.Secret = """{"clientId":"a","clientSecret":"b"}""";
        var connection = Connection() with { Auth = new ClientCredentialsAuth(login.Url, null, null, SecretInBody: true) };
        using (var caller = Caller())
        {
            Assert.True((await CallAsync(caller, connection: connection)).Succeeded);
        }

        tokenStatus = 503;
        using var other = Caller();
        var outcome = await CallAsync(other, connection: connection);
        Assert.True(outcome.Answer?.IsStale, outcome.Failure?.ToString());
        Secrets.Secret = """{"clientId":"a","clientSecret":"c"}""";
        using var changed = Caller();
        Assert.Equal(ErrorCodes.ApiUnavailable, (await CallAsync(changed, connection: connection)).Failure?.Error);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_answer()
    {
        using (var caller = Caller())
        {
            await CallAsync(caller);
        }

        Secrets.Secret = null;
        using var other = Caller();
        var refused = ApiCallOutcome.Of(new ApiCallFailure(FailureReason.CircuitOpen, true, null, null, 0, TimeSpan.Zero));
        Assert.False((await other.FallBackAsync(Connection(), Request(), refused, Given.Cancellation)).Succeeded);
    }

    [Fact]
    public void Only_a_GET_can_ask_for_it()
    {
        var read = Read("POST", """{"maxAgeSeconds":60}""");
        Assert.Equal(RequestCodes.FallbackNeedsGet, Assert.Single(read.Diagnostics).Code);
        var fallback = Read("GET", """{"maxAgeSeconds":60,"sensitive":["email"]}""").Value!.Fallback!;
        Assert.Equal((TimeSpan.FromMinutes(1), "email"), (fallback.MaxAge, Assert.Single(fallback.Sensitive)));
    }

    [Fact]
    public async Task The_same_call_of_an_hour_is_served_by_it()
    {
        using var caller = Caller();
        await CallAsync(caller, Long);
        Status = 500;
        Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True((await CallAsync(caller, Long)).Succeeded);
    }

    private static ApiCallRequest Long(ApiCallRequest request) =>
        request with
        {
            Fallback = request.Fallback! with { MaxAge = TimeSpan.FromHours(1) },
        };

    private static ReadResult<ApiCallRequest> Read(string method, string fallback) =>
        ApiCallRequestReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                {"tenantId":"acme","connectionId":"crm","request":{"method":"{{method}}","path":"/"},"fallback":{{fallback}}}
                """
            )
        );
}
