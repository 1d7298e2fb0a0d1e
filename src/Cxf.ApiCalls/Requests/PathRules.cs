using System.Buffers;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Which paths stay inside a base URL. Servers and proxies differ in how often they decode and how they normalize, so anything
/// that one of them could read as a step upwards is rejected, not normalized.
/// </summary>
internal static class PathRules
{
    /// <summary>Characters that are a slash, or become one when text is normalized (Unicode compatibility forms).</summary>
    private static readonly SearchValues<char> Slashes = SearchValues.Create("/\\\u2044\u2215\u29F8\uFF0F\uFF3C");

    /// <summary>Whether a path (starting with a slash, or empty) stays below the base URL for every server.</summary>
    public static bool IsInside(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        if (path[0] != '/')
        {
            return false;
        }

        foreach (var part in path[1..].Split('/'))
        {
            var segment = path[1..][part];
            var isLast = part.End.Value == path.Length - 1;
            if ((segment.IsEmpty && !isLast) || !IsInsideSegment(segment))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInsideSegment(ReadOnlySpan<char> segment)
    {
        if (segment.ContainsAny(Slashes) || segment.ContainsAny('?', '#') || ContainsControl(segment))
        {
            return false;
        }

        if (!segment.Contains('%'))
        {
            return !IsDots(segment);
        }

        var decoded = segment.ToString();
        while (decoded.Contains('%'))
        {
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded)
            {
                break;
            }

            decoded = next;
        }

        return !decoded.AsSpan().ContainsAny(Slashes)
            && !ContainsControl(decoded)
            && !IsDots(decoded)
            && HasWholeEscapes(segment)
            && !HasOverlongEscapes(segment);
    }

    /// <summary>
    /// Dots alone, also before a path parameter (<c>..;x</c>), which some servers cut off first, and as full-width dots.
    /// </summary>
    private static bool IsDots(ReadOnlySpan<char> segment)
    {
        var semicolon = segment.IndexOf(';');
        var name = (semicolon < 0 ? segment : segment[..semicolon]).Trim();
        return name.Length > 0 && !name.ContainsAnyExcept(".\u2024\u2025\u2026\uFF0E");
    }

    private static bool ContainsControl(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> segment)
    {
        for (var at = segment.IndexOf('%'); at >= 0 && at < segment.Length; at++)
        {
            if (
                segment[at] == '%'
                && (at + 2 >= segment.Length || !char.IsAsciiHexDigit(segment[at + 1]) || !char.IsAsciiHexDigit(segment[at + 2]))
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// UTF-8 for slashes and dots in two or more bytes (<c>%c0%ae</c>): never valid (RFC 3629), decoded by old servers.
    /// </summary>
    private static bool HasOverlongEscapes(ReadOnlySpan<char> segment) =>
        segment.Contains("%c0", StringComparison.OrdinalIgnoreCase)
        || segment.Contains("%c1", StringComparison.OrdinalIgnoreCase)
        || segment.Contains("%e0%80", StringComparison.OrdinalIgnoreCase)
        || segment.Contains("%f0%80", StringComparison.OrdinalIgnoreCase);
}
