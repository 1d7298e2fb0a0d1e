using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Logging;

public sealed class AttemptLog
{
    [Fact]
    public async Task Every_attempt_is_one_record()
    {
        var left = 1;
        await using var crm = await PlatformServer.StartTlsAsync(
            context =>
            {
                context.Response.Headers["X-Request-Id"] = "req-7";
                if (Interlocked.Decrement(ref left) >= 0)
                {
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = "0";
                    return Task.CompletedTask;
                }

                return PlatformServer.Answer("""{"id":1}""")(context);
            },
            TestCertificates.Localhost
        );
        var records = new RecordedAttempts();
        var request = Given.Post("/leads/{id}", """{"a":1}""") with
        {
            PathValues = new Dictionary<string, string> { ["id"] = "4711" },
        };

        await Given.CallAsync(crm.Url, request, Given.Options with { Log = records });

        Assert.Equal(2, records.All.Count);
        var (first, second) = (records.All[0], records.All[1]);
        Assert.Equal((429, FailureReason.TooManyRequests, 1), (first.Status, first.Failure, first.Attempt));
        Assert.Equal((200, null, 2), (second.Status, second.Failure, second.Attempt));
        Assert.Equal(
            ("POST", "/leads/{id}", 7, 8, "req-7"),
            (second.Method, second.PathTemplate, second.RequestBytes, second.AnswerBytes, second.RequestId)
        );
        Assert.True(
            first is { Resolve: not null, Connect: not null, Tls: not null, FirstByte: not null }
                && first.Total >= first.FirstByte
        );
        Assert.True(second is { Resolve: null, Connect: null, Tls: null, FirstByte: not null });
    }

    [Theory]
    [InlineData("/leads/4711", "/*/*")]
    [InlineData("/john.doe@example.com/", "/*/")]
    [InlineData("", "")]
    public async Task A_path_that_may_contain_values_is_logged_by_its_shape(string path, string logged)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var records = new RecordedAttempts();

        await Given.CallAsync(crm.Url, Given.Get(path), Given.Options with { Log = records });

        Assert.Equal(logged, records.All.Single().PathTemplate);
    }

    [Fact]
    public async Task Requests_and_answers_print_none_of_their_data()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync("\"personal\"");
        var request = Given.Post("/personal", "\"personal\"") with
        {
            Query = [new("personal", "personal")],
            Headers = [new("X-A", "personal")],
            IdempotencyKey = "personal",
        };

        var outcome = await Given.CallAsync(crm.Url, request);

        Assert.Equal(("POST /* through acme/crm", "200 after 1 attempts"), (request.ToString(), outcome.Answer?.ToString()));
    }

    [Fact]
    public async Task A_call_that_failed_is_a_record_too()
    {
        var records = new RecordedAttempts();

        await Given.CallAsync(new Uri("http://169.254.169.254/latest"), Given.Get("/x"), Given.Options with { Log = records });

        Assert.Equal((null, FailureReason.AddressRefused), (records.All.Single().Status, records.All.Single().Failure));
    }

    [Fact]
    public async Task A_token_request_has_its_own_log_record()
    {
        await using var crm = await PlatformServer.StartAsync(PlatformServer.Answer("""{"access_token":"t0ken-1"}"""));
        var records = new RecordedAttempts();
        var connection = Given.ConnectionTo(crm.Url) with
        {
            Auth = new ClientCredentialsAuth(new Uri(crm.Url, "/token"), null, null, SecretInBody: false),
        };

        await Given.CallAsync(
            connection,
            Given.Get("/x"),
            Given.Options with
            {
                Log = records,
                Secrets = new FixedSecrets("""{"clientId":"a","clientSecret":"b"}"""),
            }
        );

        Assert.Equal(
            [(AttemptKind.Token, "(token)"), (AttemptKind.Call, "/*")],
            records.All.Select(record => (record.Kind, record.PathTemplate))
        );
    }

    [Theory]
    [InlineData("a secret with blanks")]
    [InlineData("<script>")]
    public async Task An_invalid_request_id_is_left_out(string id)
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.Headers["X-Request-Id"] = id;
            return Task.CompletedTask;
        });
        var records = new RecordedAttempts();

        await Given.CallAsync(crm.Url, Given.Get("/"), Given.Options with { Log = records });

        Assert.Null(records.All.Single().RequestId);
    }

    [Fact]
    public async Task A_credential_that_the_platform_gives_back_as_its_request_id_is_left_out()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.Headers["X-Request-Id"] = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            return Task.CompletedTask;
        });
        var records = new RecordedAttempts();

        await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Log = records,
                Secrets = new FixedSecrets("""{"token":"pl4nted-token"}"""),
            }
        );

        Assert.Equal((200, null), (records.All.Single().Status, records.All.Single().RequestId));
    }
}
