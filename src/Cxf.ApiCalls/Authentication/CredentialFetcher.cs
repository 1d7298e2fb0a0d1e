using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Caching;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Makes one connection's credentials: reads its secret and, for some auth kinds, fetches a token.</summary>
internal sealed class CredentialFetcher(
    ApiConnection connection,
    SecretName secretName,
    ISecretSource secrets,
    RefreshTokenRotation rotation,
    TokenEndpoint tokens,
    TimeProvider timeProvider
)
{
    /// <summary>How old a secret may be before it is read again, so that a rotated one is seen without a deployment.</summary>
    public static readonly TimeSpan RefreshAge = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How old a secret may be when it cannot be read again, so that a short outage of the store is not seen at all.
    /// </summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(20);

    private volatile KnownSecret? _known;

    [SuppressMessage(
        "Reliability",
        "CA2000",
        Justification = "The credentials hold the certificate for as long as they are used."
    )]
    public async Task<Result<Timed<Credentials>>> FetchAsync(CancellationToken cancellationToken)
    {
        var secret = await ReadSecretAsync(cancellationToken);
        if (!secret.Succeeded)
        {
            return secret.Failure;
        }

        X509Certificate2? certificate = null;
        if (connection.ClientCertificate && !ClientCertificates.TryRead(secret.Value, out certificate))
        {
            return FailureReason.SecretUnusable;
        }

        var identity = Note(secret.Value);
        var fetched =
            connection.Auth is TokenEndpointAuth auth ? await FetchTokenAsync(auth, secret.Value, certificate, cancellationToken)
            : SecretCredentials.From(connection.Auth, secret.Value, certificate) is { } credentials
                ? Timed(credentials, RefreshAge, MaxAge)
            : FailureReason.SecretUnusable;
        if (fetched.Succeeded)
        {
            fetched.Value.Value.Secret = identity;
        }

        return fetched;
    }

    /// <summary>
    /// The identity of the connection's secret, without a token; null where the secret cannot be used. It may be as old as
    /// credentials may be.
    /// </summary>
    public async ValueTask<SecretIdentity?> FindIdentityAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (_known is { } recent && now - recent.ReadAt < RefreshAge)
        {
            return recent.Identity;
        }

        var secret = await ReadSecretAsync(cancellationToken);
        return secret.Succeeded ? Note(secret.Value)
            : secret.Failure == FailureReason.SecretsUnavailable && _known is { } old && now - old.ReadAt < MaxAge ? old.Identity
            : null;
    }

    private SecretIdentity Note(ConnectionSecret secret)
    {
        var identity = _known?.Identity is { } known && known.IsOf(secret) ? known : new SecretIdentity(secret, secretName);
        _known = new KnownSecret(identity, timeProvider.GetUtcNow());
        return identity;
    }

    private async ValueTask<Result<ConnectionSecret>> ReadSecretAsync(CancellationToken cancellationToken)
    {
        try
        {
            var text = await secrets.GetAsync(secretName, cancellationToken);

            // A secret that was set after the connection moved belongs to where it moved to.
            return !await connection.IsCurrentAsync(cancellationToken) ? FailureReason.ConnectionChanged
                : text is null ? FailureReason.SecretMissing
                : ConnectionSecret.Parse(text) is not { } secret ? FailureReason.SecretUnusable
                : MayGoThere(secret) ? secret
                : FailureReason.SecretElsewhere;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return FailureReason.SecretsUnavailable;
        }
    }

    private bool MayGoThere(ConnectionSecret secret) =>
        secret.MayGoTo(connection.BaseUrl) && (connection.Auth is not TokenEndpointAuth auth || secret.MayGoTo(auth.TokenUrl));

    private async Task<Result<Timed<Credentials>>> FetchTokenAsync(
        TokenEndpointAuth auth,
        ConnectionSecret secret,
        X509Certificate2? certificate,
        CancellationToken cancellationToken
    )
    {
        var refreshToken = await FindRefreshTokenAsync(auth, secret, cancellationToken);
        if (!refreshToken.Succeeded)
        {
            return refreshToken.Failure;
        }

        var exchange = await ExchangeAsync(auth, secret, refreshToken.Value, certificate, cancellationToken);
        if (!exchange.Succeeded && exchange.Failure == FailureReason.TokenRefused)
        {
            // Another process may have exchanged this refresh token a moment ago.
            var current = await FindRefreshTokenAsync(auth, secret, cancellationToken);
            if (current.Succeeded && current.Value != refreshToken.Value)
            {
                exchange = await ExchangeAsync(auth, secret, current.Value, certificate, cancellationToken);
            }
        }

        return exchange;
    }

    private async Task<Result<Timed<Credentials>>> ExchangeAsync(
        TokenEndpointAuth auth,
        ConnectionSecret secret,
        string? refreshToken,
        X509Certificate2? certificate,
        CancellationToken cancellationToken
    )
    {
        TokenGrant? grant;
        try
        {
            grant = TokenGrant.For(auth, secret, refreshToken, timeProvider.GetUtcNow());
        }
        catch (CryptographicException)
        {
            grant = null;
        }

        if (grant is null)
        {
            return FailureReason.SecretUnusable;
        }

        var token = await tokens.FetchAsync(connection, auth.TokenUrl, grant, certificate, cancellationToken);
        if (!token.Succeeded)
        {
            return token.Failure;
        }

        if (refreshToken is not null && token.Value.RefreshToken is { } rotated && rotated != refreshToken)
        {
            await rotation.KeepAsync(secret, auth.TokenUrl, refreshToken, rotated, cancellationToken);
        }

        var credentials = SecretCredentials.Bearer(token.Value.Text, certificate, [.. grant.Secrets, token.Value.RefreshToken]);
        var lifetime = token.Value.Lifetime;
        return Timed(credentials, lifetime - AccessToken.EarlyRefresh(lifetime), lifetime);
    }

    /// <summary>The refresh token to exchange; null for kinds without one.</summary>
    private async ValueTask<Result<string?>> FindRefreshTokenAsync(
        TokenEndpointAuth auth,
        ConnectionSecret secret,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return auth is RefreshTokenAuth ? await rotation.CurrentAsync(secret, auth.TokenUrl, cancellationToken) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return FailureReason.SecretsUnavailable;
        }
    }

    private Timed<Credentials> Timed(Credentials credentials, TimeSpan refreshAge, TimeSpan maxAge)
    {
        var now = timeProvider.GetUtcNow();
        return new Timed<Credentials>(credentials, now + refreshAge, now + maxAge);
    }

    /// <summary>The identity of the secret as it was last read.</summary>
    private sealed record KnownSecret(SecretIdentity Identity, DateTimeOffset ReadAt);
}
