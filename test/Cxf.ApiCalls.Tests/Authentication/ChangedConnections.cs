using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Secrets;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>Credentials of one state of a connection are never used with another.</summary>
public sealed class ChangedConnections : IAsyncLifetime
{
    private readonly CountedSecrets _secrets = new();
    private PlatformServer _platform = null!;

    public static TheoryData<string> Changes =>
        [
            "revision",
            "base URL",
            "path of the base URL",
            "tenant",
            "id",
            "token URL",
            "scope",
            "audience",
            "secret in header",
            "auth kind",
            "client certificate",
        ];

    private ApiConnection Before =>
        Given.ConnectionTo(_platform.Url) with
        {
            Auth = new ClientCredentialsAuth(new Uri(_platform.Url, "token"), "scope", "audience", SecretInBody: true),
            Revision = "1",
        };

    public async ValueTask InitializeAsync() =>
        _platform = await PlatformServer.StartAnsweringAsync("""{"access_token":"token","expires_in":3600}""");

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_secret_is_read_again_after_any_change_of_where_it_may_go(string what)
    {
        using var caller = new ApiCaller(Given.Options with { Secrets = _secrets });
        await CallAsync(caller, Before);
        await CallAsync(caller, Before);
        Assert.Equal(1, _secrets.Reads);
        await CallAsync(caller, Changed(what));
        Assert.Equal(2, _secrets.Reads);
    }

    [Fact]
    public async Task A_secret_that_was_read_while_its_connection_changed_is_not_used()
    {
        var connection = Before with { CurrentCheck = _ => new(_secrets.Reads != 1) };
        using var caller = new ApiCaller(Given.Options with { Secrets = _secrets });
        var first = await CallAsync(caller, connection);
        Assert.Equal(
            (FailureReason.ConnectionChanged, true, 0),
            (first.Failure!.Reason, first.Failure.RetryIsSafe, first.Failure.Attempts)
        );
        Assert.Empty(_platform.Seen);
        Assert.True((await CallAsync(caller, connection)).Succeeded);
    }

    [Fact]
    public async Task A_secret_is_not_used_if_it_is_unknown_whether_the_connection_changed()
    {
        var connection = Before with { CurrentCheck = _ => throw new IOException("The table does not answer.") };
        using var caller = new ApiCaller(Given.Options with { Secrets = _secrets });
        Assert.Equal(FailureReason.SecretsUnavailable, (await CallAsync(caller, connection)).Failure!.Reason);
        Assert.Empty(_platform.Seen);
    }

    private static async Task<ApiCallOutcome> CallAsync(ApiCaller caller, ApiConnection connection) =>
        await caller.CallAsync(
            connection,
            Given.Get("/") with
            {
                Tenant = connection.Tenant,
                Connection = connection.Id,
            },
            Given.Cancellation
        );

    private ApiConnection Changed(string what)
    {
        var auth = (ClientCredentialsAuth)Before.Auth;
        return what switch
        {
            "revision" => Before with { Revision = "2" },
            "base URL" => Before with { BaseUrl = new Uri("http://127.0.0.1:1/") },
            "path of the base URL" => Before with { BaseUrl = new Uri(_platform.Url, "v2") },
            "tenant" => Before with { Tenant = TenantId.Parse("globex") },
            "id" => Before with { Id = ConnectionId.Parse("erp") },
            "token URL" => Before with { Auth = auth with { TokenUrl = new Uri(_platform.Url, "token2") } },
            "scope" => Before with { Auth = auth with { Scope = "other" } },
            "audience" => Before with { Auth = auth with { Audience = "other" } },
            "secret in header" => Before with { Auth = auth with { SecretInBody = false } },
            "auth kind" => Before with { Auth = new BearerAuth() },
            _ => Before with { ClientCertificate = true },
        };
    }

    private sealed class CountedSecrets : ISecretSource
    {
        public int Reads { get; private set; }

        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
        {
            Reads++;
            return new("""{"token":"secret","clientId":"us","clientSecret":"secret"}""");
        }
    }
}
