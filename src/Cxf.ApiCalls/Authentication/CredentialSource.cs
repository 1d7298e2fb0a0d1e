using Cxf.ApiCalls.Caching;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// The credentials of all connections: fetched once for many callers, of bounded age, renewed when a third party refuses them.
/// </summary>
internal sealed class CredentialSource(
    StageName stage,
    ISecretSource secrets,
    ISecretWriter? rotatedTokens,
    TokenEndpoint tokens,
    TimeProvider timeProvider
)
{
    /// <summary>How long a fetch may take: the secret store, and a token endpoint after it.</summary>
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The maximum number of connections whose credentials are cached: more than a deployment uses at a time, but tenants cannot
    /// fill the memory.
    /// </summary>
    public const int MaxEntries = 1_000;

    private readonly RecentlyUsed<Key, Entry> _credentials = new(MaxEntries, CredentialFetcher.MaxAge, timeProvider);

    public ValueTask<Result<Credentials>> GetAsync(ApiConnection connection, CancellationToken cancellationToken) =>
        connection is { Auth: NoAuth, ClientCertificate: false }
            ? ValueTask.FromResult<Result<Credentials>>(Credentials.None)
            : For(connection).Shared.GetAsync(cancellationToken);

    /// <summary>
    /// Credentials other than the refused ones; the same again when the secret did not change and makes no others.
    /// </summary>
    public ValueTask<Result<Credentials>> RenewAsync(
        ApiConnection connection,
        Credentials refused,
        CancellationToken cancellationToken
    ) => For(connection).Shared.RenewAsync(refused, cancellationToken);

    /// <summary>
    /// The identity of the secret that the credentials in use come from; without any, that of the stored secret. No token is
    /// fetched. Null where the secret cannot be used.
    /// </summary>
    public async ValueTask<string?> FindSecretIdentityAsync(ApiConnection connection, CancellationToken cancellationToken)
    {
        if (connection is { Auth: NoAuth, ClientCertificate: false })
        {
            return "";
        }

        var entry = For(connection);
        return (entry.Shared.Usable?.Secret ?? await entry.Fetcher.FindIdentityAsync(cancellationToken))?.Hash;
    }

    private Entry For(ApiConnection connection) =>
        _credentials.GetOrAdd(
            Key.Of(connection),
            static state => state.Source.Create(state.Connection),
            (Source: this, Connection: connection)
        );

    private Entry Create(ApiConnection connection)
    {
        var name = SecretName.For(stage, connection.Tenant, connection.Id);
        var rotated = SecretName.ForRotated(stage, connection.Tenant, connection.Id);
        var rotation = new RefreshTokenRotation(rotated, secrets, rotatedTokens);
        var fetcher = new CredentialFetcher(connection, name, secrets, rotation, tokens, timeProvider);
        var onLimit =
            connection.Auth is TokenEndpointAuth ? FailureReason.TokenEndpointUnavailable : FailureReason.SecretsUnavailable;
        return new Entry(fetcher, new SharedValue<Credentials>(fetcher.FetchAsync, FetchLimit, onLimit, timeProvider));
    }

    private sealed record Entry(CredentialFetcher Fetcher, SharedValue<Credentials> Shared);

    /// <summary>
    /// Everything that decides where credentials may go. A connection that was written again, or whose tenant was deleted and
    /// created again, gets its own credentials.
    /// </summary>
    private readonly record struct Key(
        TenantId Tenant,
        ConnectionId Connection,
        string Revision,
        string BaseUrl,
        ApiAuth Auth,
        string? TokenUrl,
        bool ClientCertificate
    )
    {
        // URLs as text, because Uri compares only some of their parts.
        public static Key Of(ApiConnection connection) =>
            new(
                connection.Tenant,
                connection.Id,
                connection.Revision,
                connection.BaseUrl.AbsoluteUri,
                connection.Auth,
                (connection.Auth as TokenEndpointAuth)?.TokenUrl.AbsoluteUri,
                connection.ClientCertificate
            );
    }
}
