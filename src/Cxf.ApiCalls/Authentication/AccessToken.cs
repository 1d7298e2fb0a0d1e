using System.Globalization;
using System.Text.Json;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Authentication;

/// <summary>A token endpoint's answer (RFC 6749 section 5.1).</summary>
internal sealed class AccessToken
{
    /// <summary>The lifetime of a token whose endpoint does not say it, such as Salesforce's; a 401 renews it earlier.</summary>
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(1);

    private AccessToken(string text, TimeSpan lifetime, string? refreshToken)
    {
        Text = text;
        Lifetime = lifetime;
        RefreshToken = refreshToken;
    }

    public string Text { get; }

    public TimeSpan Lifetime { get; }

    public string? RefreshToken { get; }

    /// <summary>How long before its end a token is replaced: a minute, or less for tokens that hardly live longer.</summary>
    public static TimeSpan EarlyRefresh(TimeSpan lifetime) =>
        lifetime / 5 < TimeSpan.FromMinutes(1) ? lifetime / 5 : TimeSpan.FromMinutes(1);

    /// <summary>Reads an answer; null if it contains no token that can be sent.</summary>
    public static AccessToken? Read(JsonElement answer)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || Text(answer, "access_token") is not { Length: > 0 } token
            || !HeaderRules.IsValue(token)
        )
        {
            return null;
        }

        return new AccessToken(token, ReadLifetime(answer), Text(answer, "refresh_token"));

        static string? Text(JsonElement answer, string name) =>
            answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    public override string ToString() => "(token)";

    private static TimeSpan ReadLifetime(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var expiresIn))
        {
            return DefaultLifetime;
        }

        // Some endpoints write the number as text.
        var seconds =
            expiresIn.ValueKind == JsonValueKind.Number && expiresIn.TryGetDouble(out var number) ? number
            : expiresIn.ValueKind == JsonValueKind.String
            && double.TryParse(expiresIn.GetString(), CultureInfo.InvariantCulture, out var text)
                ? text
            : DefaultLifetime.TotalSeconds;
        return double.IsNaN(seconds) ? DefaultLifetime : TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MaxLifetime.TotalSeconds));
    }
}
