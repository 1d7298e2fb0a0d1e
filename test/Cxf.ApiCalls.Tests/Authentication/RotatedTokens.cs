using System.Collections.Concurrent;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Secrets;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents.Identifiers;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>Refresh tokens that the endpoint replaces, over processes: each process is a caller of its own.</summary>
public sealed class RotatedTokens
{
    private readonly Store _store = new();

    /// <summary>The refresh token that the endpoint takes; it takes each once.</summary>
    private int _valid = 1;

    [Fact]
    public async Task The_next_process_uses_the_token_that_the_last_one_got()
    {
        await using var server = await StartAsync();

        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.True((await CallAsync(server)).Succeeded);
        }

        Assert.Equal(["r-1", "r-2", "r-3"], Exchanged(server));
        Assert.All(
            _store.Texts.Keys,
            name => Assert.Contains(name, new[] { "/cxf/test/acme/crm", "/cxf/test/acme/crm.rotated" })
        );
    }

    [Fact]
    public async Task A_running_process_uses_the_token_that_another_one_got()
    {
        await using var server = await StartAsync();
        using var first = Caller();
        Assert.True((await first.CallAsync(Connection(server), Given.Get("/"), Given.Cancellation)).Succeeded);
        Assert.True((await CallAsync(server)).Succeeded);

        var connection = Connection(server) with { Revision = "2" };
        Assert.True((await first.CallAsync(connection, Given.Get("/"), Given.Cancellation)).Succeeded);

        Assert.Equal(["r-1", "r-2", "r-3"], Exchanged(server));
    }

    [Fact]
    public async Task A_process_that_was_overtaken_tries_again_with_the_token_that_is_stored_by_then()
    {
        await using var server = await StartAsync(onToken: () =>
        {
            if (_valid == 1)
            {
                // Another process exchanges the same token a moment before this one.
                _valid = 2;
                var text = _store.Rotated;
                Assert.Null(text);
                _store.Stale = true;
            }
        });
        _store.OnSecondRead = () => _store.Write(Origin(server), "r-2");

        Assert.True((await CallAsync(server)).Succeeded);

        Assert.Equal(["r-1", "r-2"], Exchanged(server));
    }

    [Fact]
    public async Task A_changed_secret_starts_with_its_own_token()
    {
        await using var server = await StartAsync();
        Assert.True((await CallAsync(server)).Succeeded);

        _valid = 7;
        _store.Secret("""{"clientId":"app","refreshToken":"r-7"}""");
        Assert.True((await CallAsync(server)).Succeeded);
        Assert.True((await CallAsync(server)).Succeeded);

        Assert.Equal(["r-1", "r-7", "r-8"], Exchanged(server));
    }

    [Fact]
    public async Task What_is_no_longer_what_was_exchanged_is_not_undone()
    {
        await using var server = await StartAsync();
        _store.BeforeReplace = () => _store.Texts["/cxf/test/acme/crm.rotated"] = "of another process";

        Assert.True((await CallAsync(server)).Succeeded);

        Assert.Equal("of another process", _store.Rotated);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_leaves_the_token_in_memory()
    {
        await using var server = await StartAsync();
        _store.BeforeReplace = () => throw new InvalidOperationException("AccessDenied");
        using var caller = Caller();

        Assert.True((await caller.CallAsync(Connection(server), Given.Get("/"), Given.Cancellation)).Succeeded);
        Assert.Null(_store.Rotated);
    }

    [Fact]
    public async Task Memory_is_ahead_of_a_store_that_could_not_be_written()
    {
        var name = SecretName.ForRotated(StageName.Parse("test"), Given.Tenant, Given.Connection);
        var secret = ConnectionSecret.Parse(Store.First)!;
        var url = new Uri("https://login.example.com/token");
        var rotation = new RefreshTokenRotation(name, _store, _store);
        await rotation.KeepAsync(secret, url, "r-1", "r-2", Given.Cancellation);
        _store.BeforeReplace = () => throw new InvalidOperationException("AccessDenied");
        await rotation.KeepAsync(secret, url, "r-2", "r-3", Given.Cancellation);

        Assert.Contains("r-2", _store.Rotated, StringComparison.Ordinal);
        Assert.Equal("r-3", await rotation.CurrentAsync(secret, url, Given.Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_store_that_works_again_gets_the_newest_token(int failures)
    {
        var name = SecretName.ForRotated(StageName.Parse("test"), Given.Tenant, Given.Connection);
        var secret = ConnectionSecret.Parse(Store.First)!;
        var url = new Uri("https://login.example.com/token");
        var rotation = new RefreshTokenRotation(name, _store, _store);
        await rotation.KeepAsync(secret, url, "r-1", "r-2", Given.Cancellation);
        _store.BeforeReplace = () => throw new InvalidOperationException("AccessDenied");
        foreach (var number in Enumerable.Range(2, failures))
        {
            await rotation.KeepAsync(secret, url, $"r-{number}", $"r-{number + 1}", Given.Cancellation);
            Assert.Equal($"r-{number + 1}", await rotation.CurrentAsync(secret, url, Given.Cancellation));
        }

        _store.BeforeReplace = null;
        await rotation.KeepAsync(secret, url, $"r-{failures + 2}", "r-newest", Given.Cancellation);

        Assert.Equal("r-newest", await rotation.CurrentAsync(secret, url, Given.Cancellation));
        Assert.Equal(
            "r-newest",
            await new RefreshTokenRotation(name, _store, _store).CurrentAsync(secret, url, Given.Cancellation)
        );
    }

    [Fact]
    public async Task Without_a_store_nothing_else_than_the_secret_is_read()
    {
        await using var server = await StartAsync();
        using var caller = new ApiCaller(Given.Options with { Secrets = _store });

        Assert.True((await caller.CallAsync(Connection(server), Given.Get("/"), Given.Cancellation)).Succeeded);

        Assert.Equal(["/cxf/test/acme/crm"], _store.Reads);
    }

    private Task<PlatformServer> StartAsync(Action? onToken = null) =>
        PlatformServer.StartAsync(async context =>
        {
            if (context.Request.Path != "/token")
            {
                return;
            }

            onToken?.Invoke();
            var form = await context.Request.ReadFormAsync(Given.Cancellation);
            context.Response.ContentType = "application/json";
            if (form["refresh_token"] != $"r-{_valid}")
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsync("""{"error":"invalid_grant"}""");
                return;
            }

            _valid++;
            await context.Response.WriteAsync($$"""{"access_token":"token","refresh_token":"r-{{_valid}}"}""");
        });

    private ApiCaller Caller() => new(Given.Options with { Secrets = _store, RotatedTokens = _store });

    private async Task<ApiCallOutcome> CallAsync(PlatformServer server)
    {
        using var process = Caller();
        return await process.CallAsync(Connection(server), Given.Get("/"), Given.Cancellation);
    }

    private static ApiConnection Connection(PlatformServer server) =>
        Given.ConnectionTo(server.Url) with
        {
            Auth = new RefreshTokenAuth(new Uri(server.Url, "/token"), null, SecretInBody: true),
        };

    private static string Origin(PlatformServer server) =>
        RefreshTokenRotation.OriginOf(ConnectionSecret.Parse(Store.First)!, new Uri(server.Url, "/token"));

    private static IEnumerable<string> Exchanged(PlatformServer server) =>
        server
            .Seen.Where(seen => seen.RawTarget == "/token")
            .Select(seen => seen.Text.Split('&').Single(field => field.StartsWith("refresh_token=", StringComparison.Ordinal)))
            .Select(field => field["refresh_token=".Length..]);

    private sealed class Store : ISecretSource, ISecretWriter
    {
        public const string First = """{"clientId":"app","refreshToken":"r-1"}""";

        private readonly ConcurrentQueue<string> _reads = new();

        public Store() => Secret(First);

        public ConcurrentDictionary<string, string> Texts { get; } = new();

        public IEnumerable<string> Reads => _reads;

        public string? Rotated => Texts.GetValueOrDefault("/cxf/test/acme/crm.rotated");

        public bool Stale { get; set; }

        public Action? OnSecondRead { get; set; }

        public Action? BeforeReplace { get; set; }

        public void Secret(string text) => Texts["/cxf/test/acme/crm"] = text;

        public void Write(string origin, string token) =>
            Texts["/cxf/test/acme/crm.rotated"] = $$"""{"origin":"{{origin}}","refreshToken":"{{token}}"}""";

        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
        {
            _reads.Enqueue(name.Value);
            if (Stale)
            {
                Stale = false;
                OnSecondRead?.Invoke();
            }

            return new(Texts.GetValueOrDefault(name.Value));
        }

        public ValueTask<bool> TryReplaceAsync(
            SecretName name,
            string? expected,
            string text,
            CancellationToken cancellationToken
        )
        {
            BeforeReplace?.Invoke();
            if (Texts.GetValueOrDefault(name.Value) != expected)
            {
                return new(false);
            }

            Texts[name.Value] = text;
            return new(true);
        }
    }
}
