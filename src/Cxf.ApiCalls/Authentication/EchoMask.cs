using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Masks credentials that a platform echoes (debug endpoints, error pages, echoing proxies), because an answer goes on into the
/// execution's history. Finds them as they are, JSON-escaped and percent-encoded.
/// </summary>
internal sealed class EchoMask
{
    /// <summary>Shorter values are too likely to stand in an answer by chance.</summary>
    private const int MinLength = 6;

    private const string Masked = "***";

    private readonly string[] _texts;
    private readonly byte[][] _patterns;

    public EchoMask(params IEnumerable<string?> secrets)
    {
        _texts = [.. secrets.OfType<string>().Where(secret => secret.Length >= MinLength).SelectMany(Spellings).Distinct().OrderByDescending(text => text.Length)];
        _patterns = Array.ConvertAll(_texts, Encoding.UTF8.GetBytes);
    }

    /// <summary>Masks nothing.</summary>
    public static EchoMask Nothing { get; } = new();

    /// <summary>Whether a text holds any of the credentials.</summary>
    public bool Finds(string text) => Array.Exists(_texts, secret => text.Contains(secret));

    /// <summary>A header's value without the credentials.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _texts)
        {
            text = text.Replace(secret, Masked);
        }

        return text;
    }

    /// <summary>A body without the credentials.</summary>
    public JsonElement Apply(JsonElement body)
    {
        var raw = JsonMarshal.GetRawUtf8Value(body);
        foreach (var pattern in _patterns)
        {
            if (raw.IndexOf(pattern) >= 0)
            {
                return JsonElement.Parse(Apply(Encoding.UTF8.GetString(raw)));
            }
        }

        return body;
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/");
    }
}
