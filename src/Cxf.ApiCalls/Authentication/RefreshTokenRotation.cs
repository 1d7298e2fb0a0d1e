using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// The refresh token that the endpoint gave in exchange for the last one (RFC 6749 section 6), for as long as the secret that it
/// came from and the token URL are unchanged. It is kept in memory and, if there is a store, beside the secret, from where the
/// next process takes it.
/// </summary>
internal sealed class RefreshTokenRotation(SecretName name, ISecretSource secrets, ISecretWriter? writer)
{
    // Limits the memory while the store cannot be written; each exchange adds one token.
    private const int MaxOlder = 100;

    private readonly Queue<string> _older = [];
    private string? _origin;
    private string? _token;

    /// <summary>The token to exchange: the one that any process got last, or the secret's own.</summary>
    public async ValueTask<string?> CurrentAsync(ConnectionSecret secret, Uri tokenUrl, CancellationToken cancellationToken)
    {
        var origin = OriginOf(secret, tokenUrl);
        var kept = _origin == origin ? _token : null;

        // Memory is ahead of a store that could not be written.
        return
            await ReadAsync(cancellationToken) is { } stored
            && stored.Origin == origin
            && (kept is null || !_older.Contains(stored.Token))
            ? stored.Token
            : kept ?? secret["refreshToken"];
    }

    /// <summary>
    /// Keeps a token that the endpoint gave. The store takes it only if it still contains one that this process exchanged, so
    /// that a slow process does not undo what another one wrote since. If the store fails, memory has to do until it works again.
    /// </summary>
    public async ValueTask KeepAsync(
        ConnectionSecret secret,
        Uri tokenUrl,
        string exchanged,
        string token,
        CancellationToken cancellationToken
    )
    {
        Remember(OriginOf(secret, tokenUrl), exchanged, token);
        if (writer is null)
        {
            return;
        }

        try
        {
            var stored = await ReadAsync(cancellationToken);
            if (stored is null || stored.Origin != _origin || _older.Contains(stored.Token))
            {
                await writer.TryReplaceAsync(name, stored?.Text, Write(_origin!, token), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The call goes on with the token in memory; the writer logs what is wrong.
        }
    }

    // The store may contain any of the tokens that this process exchanged since it could last write.
    private void Remember(string origin, string exchanged, string token)
    {
        if (_origin != origin)
        {
            _older.Clear();
        }

        _older.Enqueue(exchanged);
        if (_older.Count > MaxOlder)
        {
            _older.Dequeue();
        }

        (_origin, _token) = (origin, token);
    }

    private async ValueTask<Stored?> ReadAsync(CancellationToken cancellationToken) =>
        writer is not null && await secrets.GetAsync(name, cancellationToken) is { } text ? Parse(text) : null;

    private static Stored? Parse(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("origin", out var origin)
                && root.TryGetProperty("refreshToken", out var token)
                && origin.ValueKind == JsonValueKind.String
                && token.ValueKind == JsonValueKind.String
                ? new Stored(text, origin.GetString()!, token.GetString()!)
                : new Stored(text, "", "");
        }
        catch (JsonException)
        {
            return new Stored(text, "", "");
        }
    }

    private static string Write(string origin, string token) =>
        JsonOutput.Text(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("origin", origin);
            writer.WriteString("refreshToken", token);
            writer.WriteEndObject();
        });

    // Only a hash of the secret is stored with the token.
    internal static string OriginOf(ConnectionSecret secret, Uri tokenUrl) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tokenUrl.AbsoluteUri}\n{secret.Identity}")));

    /// <summary>What the store contains; an empty origin is nobody's.</summary>
    private sealed record Stored(string Text, string Origin, string Token);
}
