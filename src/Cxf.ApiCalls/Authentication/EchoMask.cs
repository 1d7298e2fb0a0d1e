using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Masks credentials that a third party repeats in its answer (debug endpoints, error pages, echoing proxies), because the answer
/// becomes part of the execution's history. Finds them as they are, percent-encoded, and with every JSON escape.
/// </summary>
internal sealed class EchoMask
{
    /// <summary>Shorter values are too likely to occur in an answer by coincidence.</summary>
    private const int MinLength = 6;

    private const string Masked = "***";

    private readonly string[] _texts;
    private readonly byte[][] _patterns;

    public EchoMask(params IEnumerable<string?> secrets)
    {
        var known = secrets.OfType<string>().Where(secret => secret.Length >= MinLength);
        _texts = [.. known.SelectMany(Spellings).Distinct().OrderByDescending(text => text.Length)];
        _patterns = Array.ConvertAll(_texts, Encoding.UTF8.GetBytes);
    }

    /// <summary>Masks nothing.</summary>
    public static EchoMask Nothing { get; } = new();

    /// <summary>Whether a text contains any of the credentials.</summary>
    public bool Finds(string text) => Array.Exists(_texts, secret => text.Contains(secret));

    /// <summary>A text without the credentials.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _texts)
        {
            text = text.Replace(secret, Masked);
        }

        return text;
    }

    /// <summary>A body without the credentials; the same body if it contains none.</summary>
    public JsonElement Apply(JsonElement body)
    {
        if (_texts.Length == 0)
        {
            return body;
        }

        var raw = JsonMarshal.GetRawUtf8Value(body);
        return FindsPattern(raw) || (raw.Contains((byte)'\\') && FindsEscaped(raw)) ? MaskedJson.Rewrite(raw, this) : body;
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);

        // JSON inside a JSON string, as logs of other systems have it.
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/");
    }

    private bool FindsPattern(ReadOnlySpan<byte> raw)
    {
        foreach (var pattern in _patterns)
        {
            if (raw.IndexOf(pattern) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool FindsEscaped(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(raw);
        while (reader.Read())
        {
            if (
                reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && reader.ValueIsEscaped
                && Finds(reader.GetString()!)
            )
            {
                return true;
            }
        }

        return false;
    }
}
