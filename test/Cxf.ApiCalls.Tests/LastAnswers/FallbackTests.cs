using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.LastAnswers;

/// <summary>The last good answer of a call serves while the third party fails.</summary>
public sealed class FallbackTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryAnswerStore _store = new();
    private readonly FixedSecrets _secrets = new("""{"token":"one"}""");
    private PlatformServer _platform = null!;
    private string _body = """{"fee":4.9,"customer":{"email":"a@example.com","Phone":"+12025550142"}}""";
    private int _status = 200;

    public async ValueTask InitializeAsync() =>
        _platform = await PlatformServer.StartAsync(context => PlatformServer.Answer(_body, _status)(context));

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

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

        _status = status;
        _time.Advance(TimeSpan.FromSeconds(90));
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
        var url = _platform.Url;
        await CallAsync(caller);
        await _platform.DisposeAsync();
        Assert.True((await CallAsync(caller, connection: Given.ConnectionTo(url) with { Auth = new BearerAuth() })).Succeeded);
    }

    [Fact]
    public async Task It_serves_until_its_greatest_age()
    {
        using var caller = Caller();
        await CallAsync(caller);
        _status = 500;
        _time.Advance(TimeSpan.FromSeconds(600));
        Assert.True((await CallAsync(caller)).Succeeded);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ErrorCodes.ApiUnavailable, (await CallAsync(caller)).Failure?.Error);
    }

    [Fact]
    public async Task A_call_without_a_fallback_stores_nothing_and_has_no_age()
    {
        using var caller = Caller();
        var outcome = await CallAsync(caller, request => request with { Fallback = null });
        Assert.Equal((0, null), (_store.Answers.Count, outcome.Answer!.Age));
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
        _status = 500;
        if (changed == "secret")
        {
            _secrets.Secret = """{"token":"two"}""";
            _time.Advance(TimeSpan.FromMinutes(21));
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
                BaseUrl = changed == "url" ? new Uri(_platform.Url, "/v2") : _platform.Url,
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
        _status = 500;
        Assert.True((await CallAsync(other)).Succeeded);
    }

    [Fact]
    public async Task Sensitive_members_are_never_stored()
    {
        using var caller = Caller();
        await CallAsync(caller, Sensitive);
        var stored = Assert.Single(_store.Answers).Value.Json;
        Assert.DoesNotContain("example.com", stored);
        Assert.DoesNotContain("2025550142", stored);
        _status = 500;
        var answer = (await CallAsync(caller, Sensitive)).Answer!;
        Assert.Equal("""{"fee":4.9,"customer":{}}""", answer.Body.GetRawText());
    }

    [Theory]
    [InlineData("{ 'fee': fee, 'mail': customer.email }", """{"fee":4.9}""")]
    [InlineData("{ 'email': fee, 'fee': fee }", """{"fee":4.9}""")]
    [InlineData("fee", "4.9")]
    [InlineData("{ 'all': customer.* }", "{}")]
    [InlineData("[customer]", "[{}]")]
    [InlineData("customer.email", null)]
    [InlineData("$uppercase(customer.email) & fee", "\"4.9\"")]
    [InlineData("$error(customer.email ? 'no' : 'x')", null)]
    public async Task A_select_that_renames_sensitive_members_does_not_store_them(string select, string? stored)
    {
        using var caller = Caller();
        await CallAsync(caller, request => Sensitive(request) with { Select = select });
        var text = _store.Answers.Values.SingleOrDefault()?.Json;
        Assert.Equal(stored, text is null ? null : JsonElement.Parse(text).GetProperty("body").GetRawText());
    }

    [Theory]
    [InlineData("\"a@example.com\"", false)]
    [InlineData("[\"a@example.com\"]", false)]
    [InlineData("[[12025550142]]", false)]
    [InlineData("[{\"fee\":1},2]", false)]
    [InlineData("[{\"fee\":1}]", true)]
    [InlineData("null", true)]
    [InlineData("true", true)]
    public async Task Of_a_text_without_a_name_nobody_can_say_whether_it_is_sensitive(string body, bool isStored)
    {
        _body = body;
        using var caller = Caller();
        await CallAsync(caller, Sensitive);
        Assert.Equal(isStored, !_store.Answers.IsEmpty);
        await CallAsync(caller);
        Assert.Contains(_store.Answers, answer => answer.Value.Json.Contains(body));
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
        _secrets.Secret = """{"clientId":"a","clientSecret":"b"}""";
        var connection = Connection() with { Auth = new ClientCredentialsAuth(login.Url, null, null, SecretInBody: true) };
        using (var caller = Caller())
        {
            Assert.True((await CallAsync(caller, connection: connection)).Succeeded);
        }

        tokenStatus = 503;
        using var other = Caller();
        var outcome = await CallAsync(other, connection: connection);
        Assert.True(outcome.Answer?.IsStale, outcome.Failure?.ToString());
        _secrets.Secret = """{"clientId":"a","clientSecret":"c"}""";
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

        _secrets.Secret = null;
        using var other = Caller();
        var refused = ApiCallOutcome.Of(new ApiCallFailure(FailureReason.CircuitOpen, true, null, null, 0, TimeSpan.Zero));
        Assert.False((await other.FallBackAsync(Connection(), Request(), refused, Given.Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_large_answer_is_given_but_not_stored()
    {
        _body = $"\"{new string('x', AnswerText.MaxBytes)}\"";
        using var caller = Caller();
        Assert.True((await CallAsync(caller)).Succeeded);
        Assert.Empty(_store.Answers);
    }

    [Fact]
    public async Task A_call_that_is_made_often_is_stored_ten_times_in_its_greatest_age()
    {
        using var caller = Caller();
        for (var second = 0; second < 600; second += 10)
        {
            await CallAsync(caller);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(10, _store.Writes);
        Assert.Equal(0, _store.Reads);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_fails_changes_nothing_about_the_call(bool hangs)
    {
        _store.Fails = true;
        _store.Hangs = hangs;
        using var caller = Caller();
        Assert.True((await DuringAsync(CallAsync(caller))).Succeeded);
        _status = 500;
        Assert.Equal(ErrorCodes.ApiUnavailable, (await DuringAsync(CallAsync(caller))).Failure?.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_store_that_fails_a_process_stores_nothing_for_ten_seconds(bool hangs)
    {
        _store.Fails = true;
        _store.Hangs = hangs;
        using var caller = Caller();
        await DuringAsync(CallAsync(caller));
        var started = _time.GetUtcNow();
        Assert.True((await DuringAsync(CallAsync(caller))).Succeeded);
        Assert.Equal(started, _time.GetUtcNow());

        (_store.Fails, _store.Hangs) = (false, false);
        _time.Advance(TimeSpan.FromSeconds(9));
        await CallAsync(caller);
        Assert.Empty(_store.Answers);
        _time.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(caller);
        Assert.Single(_store.Answers);
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
        _status = 500;
        _time.Advance(TimeSpan.FromMinutes(59));
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

    private static ApiCallRequest Sensitive(ApiCallRequest request) =>
        request with
        {
            Fallback = request.Fallback! with { Sensitive = ["email", "phone"] },
        };

    private ApiCaller Caller(TimeProvider? time = null) =>
        new(Given.Options with { Secrets = _secrets, Answers = _store, TimeProvider = time ?? _time });

    private ApiConnection Connection() => Given.ConnectionTo(_platform.Url) with { Auth = new BearerAuth() };

    private static ApiCallRequest Request() =>
        Given.Get("/fees") with
        {
            Fallback = new FallbackRequest(TimeSpan.FromMinutes(10), []),
        };

    private async Task<ApiCallOutcome> CallAsync(
        ApiCaller caller,
        Func<ApiCallRequest, ApiCallRequest>? change = null,
        ApiConnection? connection = null
    )
    {
        var request = change?.Invoke(Request()) ?? Request();
        connection ??= Connection();
        var outcome = await caller.CallAsync(connection, request, Given.Cancellation);
        return await caller.FallBackAsync(connection, request, outcome, Given.Cancellation);
    }

    // A store that hangs is given up when its time has passed.
    private async Task<ApiCallOutcome> DuringAsync(Task<ApiCallOutcome> call)
    {
        while (!call.IsCompleted)
        {
            if (_store.IsHanging)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        return await call;
    }
}
