using System.Text.RegularExpressions;

namespace Cxf.ApiCalls.Answers;

/// <summary>The encoding that an XML document names for itself, which counts where the Content-Type names none (RFC 7303 section 3.2).</summary>
internal static partial class XmlDeclaration
{
    /// <summary>The number of bytes searched for a declaration, which contains only a version and an encoding.</summary>
    private const int MaxLength = 256;

    /// <summary>The charset's name, or null.</summary>
    public static string? CharsetOf(ReadOnlySpan<byte> document)
    {
        if (!document.StartsWith("<?xml"u8))
        {
            return null;
        }

        var start = document[..Math.Min(document.Length, MaxLength)];
        var end = start.IndexOf("?>"u8);
        var match = end < 0 ? Match.Empty : Encoding().Match(System.Text.Encoding.Latin1.GetString(start[..end]));

        // What could be read byte by byte up to here is not written in two or four bytes a character, whatever it says.
        return
            match.Success
            && !match.Groups[1].Value.StartsWith("UTF-16", StringComparison.OrdinalIgnoreCase)
            && !match.Groups[1].Value.StartsWith("UTF-32", StringComparison.OrdinalIgnoreCase)
            ? match.Groups[1].Value
            : null;
    }

    /// <summary>Extensible Markup Language 1.0, productions 80 and 81.</summary>
    [GeneratedRegex("""\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Encoding();
}
