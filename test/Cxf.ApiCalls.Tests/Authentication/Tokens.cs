using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.Authentication;

public sealed class Tokens
{
    private const string ClientSecret = """{"clientId":"cxf app","clientSecret":"s3cret&more","refreshToken":"r3fresh-1"}""";

    [Fact]
    public async Task Client_credentials_are_exchanged_for_a_token()
    {
        await using var platform = await TokenPlatform.StartAsync();

        var outcome = await platform.CallAsync(
            url => new ClientCredentialsAuth(url, "leads write", "crm", SecretInBody: false),
            ClientSecret
        );

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        var asked = platform.TokenRequests.Single();
        Assert.Equal("grant_type=client_credentials&scope=leads%20write&audience=crm", asked.Text);
        Assert.Equal("Basic " + Convert.ToBase64String("cxf%20app:s3cret%26more"u8), asked.Headers["Authorization"]);
        Assert.Equal("Bearer token-1", platform.Calls.Single().Headers["Authorization"]);
        Assert.Equal(1, outcome.Answer!.Attempts);
    }

    [Fact]
    public async Task A_client_can_authenticate_in_the_form()
    {
        await using var platform = await TokenPlatform.StartAsync();

        await platform.CallAsync(url => new ClientCredentialsAuth(url, null, null, SecretInBody: true), ClientSecret);

        var asked = platform.TokenRequests.Single();
        Assert.Equal("grant_type=client_credentials&client_id=cxf%20app&client_secret=s3cret%26more", asked.Text);
        Assert.DoesNotContain("Authorization", asked.Headers.Keys);
    }

    [Fact]
    public async Task A_refresh_token_is_exchanged_and_its_successor_used_next()
    {
        await using var platform = await TokenPlatform.StartAsync(answer: n =>
            $$"""{"access_token":"token-{{n}}","refresh_token":"r3fresh-{{n + 1}}"}"""
        );
        platform.RefuseFirstToken = true;

        var outcome = await platform.CallAsync(url => new RefreshTokenAuth(url, null, SecretInBody: true), ClientSecret);

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(
            ["refresh_token=r3fresh-1", "refresh_token=r3fresh-2"],
            platform.TokenRequests.Select(asked =>
                asked.Text.Split('&').Single(field => field.StartsWith("refresh_token=", StringComparison.Ordinal))
            )
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_jwt_assertion_is_signed_with_the_connections_key(bool elliptic)
    {
        await using var platform = await TokenPlatform.StartAsync();
        using var rsa = TestKeys.OpenRsa();
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["clientId"] = "consumer-key",
                ["privateKey"] = elliptic ? ecdsa.ExportPkcs8PrivateKeyPem() : rsa.ExportPkcs8PrivateKeyPem(),
            }
        );

        var outcome = await platform.CallAsync(
            url => new JwtBearerAuth(url, null, "https://login.example.com", "user@example.com", "key-1"),
            secret
        );

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        var fields = platform
            .TokenRequests.Single()
            .Text.Split('&')
            .ToDictionary(field => field.Split('=')[0], field => Uri.UnescapeDataString(field.Split('=')[1]));
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", fields["grant_type"]);
        var parts = fields["assertion"].Split('.');
        var header = JsonElement.Parse(Base64Url.DecodeFromChars(parts[0]));
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Base64Url.DecodeFromChars(parts[2]);
        Assert.Equal(
            (elliptic ? "ES256" : "RS256", "key-1"),
            (header.GetProperty("alg").GetString(), header.GetProperty("kid").GetString())
        );
        Assert.Equal(
            ("consumer-key", "user@example.com", "https://login.example.com"),
            (claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString(), claims.GetProperty("aud").GetString())
        );
        Assert.InRange(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64(), 60, 300);
        Assert.True(
            elliptic
                ? ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256)
                : rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
    }

    [Theory]
    [InlineData("""{"clientId":"a","privateKey":"not a key"}""")]
    [InlineData("""{"clientId":"a"}""")]
    public async Task A_private_key_that_cannot_be_used_is_a_misconfiguration(string secret)
    {
        await using var platform = await TokenPlatform.StartAsync();

        var outcome = await platform.CallAsync(url => new JwtBearerAuth(url, null, null, "user", null), secret);

        Assert.Equal(FailureReason.SecretUnusable, outcome.Failure?.Reason);
        Assert.Empty(platform.TokenRequests);
    }

    [Fact]
    public async Task A_token_is_fetched_once_for_many_callers()
    {
        await using var platform = await TokenPlatform.StartAsync();
        using var caller = platform.CreateCaller(ClientSecret);
        var connection = platform.Connection(url => new ClientCredentialsAuth(url, null, null, SecretInBody: false));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => caller.CallAsync(connection, Given.Get("/"), Given.Cancellation).AsTask())
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded, outcome.Failure?.ToString()));
        Assert.Single(platform.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_is_refused_to_many_callers_is_renewed_once()
    {
        await using var platform = await TokenPlatform.StartAsync();
        platform.RefuseFirstToken = true;
        using var caller = platform.CreateCaller(ClientSecret);
        var connection = platform.Connection(url => new ClientCredentialsAuth(url, null, null, SecretInBody: false));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => caller.CallAsync(connection, Given.Post("/", "{}"), Given.Cancellation).AsTask())
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded, outcome.Failure?.ToString()));
        Assert.Equal(2, platform.TokenRequests.Count);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        await using var platform = await TokenPlatform.StartAsync(answer: n =>
            $$"""{"access_token":"token-{{n}}","expires_in":3600}"""
        );
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var caller = platform.CreateCaller(ClientSecret, time);
        var connection = platform.Connection(url => new ClientCredentialsAuth(url, null, null, SecretInBody: false));

        await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);
        time.Advance(TimeSpan.FromMinutes(58));
        await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);
        Assert.Single(platform.TokenRequests);

        time.Advance(TimeSpan.FromMinutes(1.5));
        await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);
        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"],
            platform.Calls.Select(call => call.Headers["Authorization"])
        );
    }

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"soon\"")]
    [InlineData("1e999")]
    [InlineData("-5")]
    [InlineData("{}")]
    public async Task An_invalid_lifetime_does_not_prevent_the_use_of_a_token(string expiresIn)
    {
        await using var platform = await TokenPlatform.StartAsync(answer: _ =>
            $$"""{"access_token":"token-1","expires_in":{{expiresIn}}}"""
        );

        var outcome = await platform.CallAsync(
            url => new ClientCredentialsAuth(url, null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
    }

    [Fact]
    public async Task A_token_that_is_rejected_twice_fails_the_call()
    {
        await using var platform = await TokenPlatform.StartAsync(callStatus: 401);

        var outcome = await platform.CallAsync(
            url => new ClientCredentialsAuth(url, null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.Equal(
            (ErrorCodes.ApiUnauthorized, FailureReason.CredentialsRefused),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
        Assert.Equal((2, 2), (platform.TokenRequests.Count, platform.Calls.Count));
    }

    [Theory]
    [InlineData(400, ErrorCodes.ApiUnauthorized, FailureReason.TokenRefused)]
    [InlineData(401, ErrorCodes.ApiUnauthorized, FailureReason.TokenRefused)]
    [InlineData(429, ErrorCodes.ApiUnavailable, FailureReason.TokenEndpointUnavailable)]
    [InlineData(500, ErrorCodes.ApiUnavailable, FailureReason.TokenEndpointUnavailable)]
    [InlineData(503, ErrorCodes.ApiUnavailable, FailureReason.TokenEndpointUnavailable)]
    [InlineData(302, ErrorCodes.ApiBadAnswer, FailureReason.TokenAnswerUnusable)]
    [InlineData(404, ErrorCodes.ApiBadAnswer, FailureReason.TokenAnswerUnusable)]
    public async Task A_failure_of_the_token_endpoint_has_its_own_reason(int status, string word, FailureReason reason)
    {
        await using var platform = await TokenPlatform.StartAsync(tokenStatus: status);

        var outcome = await platform.CallAsync(
            url => new ClientCredentialsAuth(url, null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.Equal(
            (word, reason, 0, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts, outcome.Failure?.RetryIsSafe)
        );
        Assert.Empty(platform.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":"line\r\nbreak"}""")]
    [InlineData("not json")]
    public async Task An_answer_without_a_token_is_a_bad_answer(string answer)
    {
        await using var platform = await TokenPlatform.StartAsync(answer: _ => answer);

        var outcome = await platform.CallAsync(
            url => new ClientCredentialsAuth(url, null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.Equal(
            (ErrorCodes.ApiBadAnswer, FailureReason.TokenAnswerUnusable),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
    }

    [Fact]
    public async Task A_token_endpoint_that_is_down_is_unavailable()
    {
        await using var platform = await TokenPlatform.StartAsync();
        await using var gone = await PlatformServer.StartAnsweringAsync();
        var url = gone.Url;
        await gone.DisposeAsync();

        var outcome = await platform.CallAsync(
            _ => new ClientCredentialsAuth(url, null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.TokenEndpointUnavailable),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
    }

    [Fact]
    public async Task A_token_endpoint_at_a_forbidden_address_is_blocked()
    {
        await using var platform = await TokenPlatform.StartAsync();

        var outcome = await platform.CallAsync(
            _ => new ClientCredentialsAuth(new Uri("http://169.254.169.254/token"), null, null, SecretInBody: false),
            ClientSecret
        );

        Assert.Equal((ErrorCodes.ApiBlocked, FailureReason.AddressRefused), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_token_endpoint_that_hangs_is_a_timeout_of_the_step()
    {
        await using var platform = await TokenPlatform.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silent = new RawServer(
            (_, _, cancellationToken) =>
            {
                asked.TrySetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            }
        );
        var connection = platform.Connection(_ => new ClientCredentialsAuth(silent.Url, null, null, SecretInBody: false));
        var time = new FakeTimeProvider();
        using var caller = platform.CreateCaller(ClientSecret, time);
        var limit = TimeSpan.FromSeconds(2);

        var call = caller.CallAsync(connection, Given.Get("/") with { Timeout = limit }, Given.Cancellation).AsTask();
        await asked.Task.WaitAsync(Given.Cancellation);
        time.Advance(limit);

        var outcome = await call;
        Assert.Equal(
            (ErrorCodes.ApiTimeout, FailureReason.StepTimedOut, 0),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts)
        );
    }

    /// <summary>A third party with a token endpoint of its own at <c>/token</c>.</summary>
    private sealed class TokenPlatform : IAsyncDisposable
    {
        private PlatformServer? _server;
        private int _tokens;

        public bool RefuseFirstToken { get; set; }

        public IReadOnlyList<SeenRequest> TokenRequests => [.. _server!.Seen.Where(seen => seen.RawTarget == "/token")];

        public IReadOnlyList<SeenRequest> Calls => [.. _server!.Seen.Where(seen => seen.RawTarget != "/token")];

        public static async Task<TokenPlatform> StartAsync(
            Func<int, string>? answer = null,
            int tokenStatus = 200,
            int callStatus = 200
        )
        {
            var platform = new TokenPlatform();
            answer ??= n => $$"""{"access_token":"token-{{n}}","token_type":"Bearer"}""";
            platform._server = await PlatformServer.StartAsync(context =>
            {
                context.Response.ContentType = "application/json";
                if (context.Request.Path == "/token")
                {
                    context.Response.StatusCode = tokenStatus;
                    return context.Response.WriteAsync(answer(Interlocked.Increment(ref platform._tokens)));
                }

                context.Response.StatusCode =
                    platform.RefuseFirstToken && context.Request.Headers.Authorization == "Bearer token-1" ? 401 : callStatus;
                return Task.CompletedTask;
            });
            return platform;
        }

        public ApiConnection Connection(Func<Uri, ApiAuth> auth) =>
            Given.ConnectionTo(_server!.Url) with
            {
                Auth = auth(new Uri(_server.Url, "/token")),
            };

        public ApiCaller CreateCaller(string secret, TimeProvider? time = null) =>
            new(Given.Options with { Secrets = new FixedSecrets(secret), TimeProvider = time ?? TimeProvider.System });

        public async Task<ApiCallOutcome> CallAsync(Func<Uri, ApiAuth> auth, string secret)
        {
            using var caller = CreateCaller(secret);
            return await caller.CallAsync(Connection(auth), Given.Post("/leads", "{}"), Given.Cancellation);
        }

        public ValueTask DisposeAsync() => _server!.DisposeAsync();
    }
}
