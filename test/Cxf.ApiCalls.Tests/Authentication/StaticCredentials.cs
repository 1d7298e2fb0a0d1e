using System.Text;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ApiCalls.Tests.Authentication;

public sealed class StaticCredentials
{
    [Fact]
    public async Task Basic_joins_user_and_password()
    {
        var seen = await SendAsync(new BasicAuth(), """{"username":"cxf","password":"pä:ss"}""");

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("cxf:pä:ss")), seen.Headers["Authorization"]);
    }

    [Fact]
    public async Task Bearer_sends_the_token() =>
        Assert.Equal("Bearer t0ken", (await SendAsync(new BearerAuth(), """{"token":"t0ken"}""")).Headers["Authorization"]);

    [Fact]
    public async Task An_api_key_goes_into_its_header() =>
        Assert.Equal("k3y", (await SendAsync(new ApiKeyHeaderAuth("X-Key"), """{"key":"k3y"}""")).Headers["X-Key"]);

    [Fact]
    public async Task An_api_key_goes_into_the_query_and_nowhere_else() =>
        Assert.Equal("/x?a=1&api%20key=k%26y", (await SendAsync(new ApiKeyQueryAuth("api key"), """{"key":"k&y"}""")).RawTarget);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":5}""")]
    [InlineData("""{"token":"line\r\nX: y"}""")]
    [InlineData("[]")]
    [InlineData("token")]
    public async Task A_secret_without_a_required_member_is_a_misconfiguration(string secret)
    {
        var outcome = await CallAsync(new BearerAuth(), secret);

        Assert.Equal(
            (ErrorCodes.ApiMisconfigured, FailureReason.SecretUnusable, 0),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task A_missing_secret_is_a_misconfiguration() =>
        Assert.Equal(FailureReason.SecretMissing, (await CallAsync(new BearerAuth(), null)).Failure?.Reason);

    [Fact]
    public async Task A_secret_store_that_fails_is_unavailable()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new BrokenSecrets(),
            }
        );

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.SecretsUnavailable),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
    }

    [Fact]
    public async Task The_name_of_a_secret_is_derived_from_tenant_and_connection()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var secrets = new FixedSecrets("""{"token":"t0ken"}""");

        await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = secrets,
            }
        );

        Assert.Equal(["/cxf/test/acme/crm"], secrets.Names.Select(name => name.Value));
    }

    [Fact]
    public async Task Two_tenants_with_the_same_connection_have_their_own_secrets()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var secrets = new FixedSecrets("""{"token":"t0ken"}""");
        using var caller = new ApiCaller(Given.Options with { Secrets = secrets });
        foreach (var tenant in new[] { "acme", "other" })
        {
            var connection = Given.ConnectionTo(crm.Url) with { Tenant = TenantId.Parse(tenant), Auth = new BearerAuth() };
            await caller.CallAsync(connection, Given.Get("/") with { Tenant = connection.Tenant }, Given.Cancellation);
        }

        Assert.Equal(["/cxf/test/acme/crm", "/cxf/test/other/crm"], secrets.Names.Select(name => name.Value));
    }

    [Fact]
    public async Task A_secret_is_read_once_for_many_callers_and_again_after_five_minutes()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var secrets = new FixedSecrets("""{"token":"t0ken"}""");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var caller = new ApiCaller(Given.Options with { Secrets = secrets, TimeProvider = time });
        var connection = Given.ConnectionTo(crm.Url) with { Auth = new BearerAuth() };

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => caller.CallAsync(connection, Given.Get("/"), Given.Cancellation).AsTask())
        );
        Assert.Equal(1, secrets.Reads);

        time.Advance(TimeSpan.FromMinutes(6));
        secrets.Secret = """{"token":"n3w-token"}""";
        await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);

        Assert.Equal((2, "Bearer n3w-token"), (secrets.Reads, crm.Seen[^1].Headers["Authorization"]));
    }

    [Fact]
    public async Task An_outage_of_the_secret_store_is_bridged_for_twenty_minutes_and_no_longer()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var secrets = new FixedSecrets("""{"token":"t0ken"}""");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var caller = new ApiCaller(Given.Options with { Secrets = secrets, TimeProvider = time });
        var connection = Given.ConnectionTo(crm.Url) with { Auth = new BearerAuth() };
        await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);
        secrets.Secret = null;

        time.Advance(TimeSpan.FromMinutes(19));
        Assert.True((await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation)).Succeeded);

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(
            FailureReason.SecretMissing,
            (await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation)).Failure?.Reason
        );
    }

    [Fact]
    public async Task After_a_401_a_changed_secret_is_tried_once()
    {
        var secrets = new FixedSecrets("""{"token":"0ld-token"}""");
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            secrets.Secret = """{"token":"n3w-token"}""";
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer n3w-token" ? 200 : 401;
            return Task.CompletedTask;
        });

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Post("/", "{}"),
            Given.Options with
            {
                Secrets = secrets,
            }
        );

        Assert.Equal((true, 2, 2), (outcome.Succeeded, outcome.Answer?.Attempts, secrets.Reads));
    }

    [Fact]
    public async Task After_a_401_an_unchanged_secret_is_not_tried_again()
    {
        var secrets = new FixedSecrets("""{"token":"0ld-token"}""");
        await using var crm = await PlatformServer.StartAnsweringAsync("{}", 401);

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = secrets,
            }
        );

        Assert.Equal((ErrorCodes.ApiUnauthorized, 1, 2), (outcome.Failure?.Error, crm.Seen.Count, secrets.Reads));
    }

    [Fact]
    public async Task A_client_certificate_is_shown_to_the_connections_own_host()
    {
        string? shown = null;
        await using var crm = await PlatformServer.StartTlsAsync(
            context =>
            {
                shown = context.Connection.ClientCertificate?.Subject;
                return context.Response.WriteAsync("ok");
            },
            TestCertificates.Localhost,
            asksForClientCertificate: true
        );
        var secret = System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["clientCertificate"] = TestCertificates.Client.Certificate,
                ["clientCertificateKey"] = TestCertificates.Client.Key,
            }
        );

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                ClientCertificate = true,
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal("CN=cxf-client", shown);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"clientCertificate":"no","clientCertificateKey":"pem"}""")]
    public async Task A_client_certificate_that_cannot_be_read_is_a_misconfiguration(string secret)
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), TestCertificates.Localhost);

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                ClientCertificate = true,
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );

        Assert.Equal(FailureReason.SecretUnusable, outcome.Failure?.Reason);
    }

    private static async Task<SeenRequest> SendAsync(ApiAuth auth, string secret)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = auth,
            },
            Given.Get("/x") with
            {
                Query = [new("a", "1")],
            },
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        return Assert.Single(crm.Seen);
    }

    private static async Task<ApiCallOutcome> CallAsync(ApiAuth auth, string? secret)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = auth,
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );
        Assert.Empty(crm.Seen);
        return outcome;
    }

    private sealed class BrokenSecrets : Secrets.ISecretSource
    {
        public ValueTask<string?> GetAsync(Secrets.SecretName name, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The store is down.");
    }
}
