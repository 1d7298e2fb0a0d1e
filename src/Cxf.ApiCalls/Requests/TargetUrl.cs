using System.Buffers;
using System.Text;

namespace Cxf.ApiCalls.Requests;

/// <summary>The URL of a request: the connection's base URL, the request's path and query.</summary>
internal static class TargetUrl
{
    /// <summary>The longest URL that is sent, in characters; common servers stop at 8 KB for the request line.</summary>
    private const int MaxLength = 8000;

    /// <summary>
    /// Characters that stay unchanged in a path: those of RFC 3986 section 3.3, and the percent sign of already encoded text.
    /// </summary>
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%"
    );

    /// <summary>Sends the URL exactly as checked: Uri must not normalize or decode it.</summary>
    public static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The URL, or null when the path could leave the base URL or is not a path.</summary>
    public static Uri? Compose(Uri baseUrl, ApiCallRequest request)
    {
        var path = request.PathValues is { } values ? Fill(request.Path, values) : request.Path;
        if (path is null || !PathRules.IsInside(path))
        {
            return null;
        }

        var prefix = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var suffix = path.Length == 0 && baseUrl.AbsolutePath == "/" ? "/" : path;
        var text =
            suffix.AsSpan().ContainsAnyExcept(PlainCharacters) || request.Query.Count > 0
                ? Escape(prefix, suffix, request.Query)
                : prefix + suffix;
        return
            text.Length <= MaxLength
            && Uri.TryCreate(text, AsWritten, out var url)
            && url.Authority == baseUrl.Authority
            && url.Scheme == baseUrl.Scheme
            ? url
            : null;
    }

    private static string? Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var path = new StringBuilder();
        for (var at = 0; at < template.Length; )
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                path.Append(template, at, template.Length - at);
                break;
            }

            var close = template.IndexOf('}', open);
            if (close < 0 || !values.TryGetValue(template[(open + 1)..close], out var value) || !IsSegmentValue(value))
            {
                return null;
            }

            path.Append(template, at, open - at).Append(Uri.EscapeDataString(value));
            at = close + 1;
        }

        return path.ToString();
    }

    /// <summary>A value that stays one segment even on servers that decode before they split.</summary>
    private static bool IsSegmentValue(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAny('/', '\\') && value is not ("." or "..");

    private static string Escape(string prefix, string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var text = new StringBuilder(prefix);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && PlainCharacters.Contains((char)rune.Value))
            {
                text.Append((char)rune.Value);
            }
            else
            {
                text.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        if (query.Count > 0)
        {
            text.Append('?').Append(FormText.Write(query));
        }

        return text.ToString();
    }
}
