using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Cxf.ApiCalls.Answers;

/// <summary>The charsets of bodies. All of them reject invalid bytes: a caller must never hear garbled text.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The longer mark first: one is the beginning of the other.</summary>
    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        ([0xEF, 0xBB, 0xBF], StrictUtf8),
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>The encoding of a charset's name; UTF-8 when none is named.</summary>
    public static bool TryGet(string? name, [NotNullWhen(true)] out Encoding? encoding)
    {
        var plain = name?.Trim('"', '\'', ' ');
        if (
            string.IsNullOrEmpty(plain)
            || plain.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || plain.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        )
        {
            encoding = StrictUtf8;
            return true;
        }

        encoding = Find(plain);
        return encoding is not null;
    }

    /// <summary>
    /// The encoding of a text and where the text starts in it. A byte order mark decides, whatever the name says: it is there,
    /// and names are often a server's default (WHATWG Encoding, "decode"; RFC 7303 section 3).
    /// </summary>
    public static bool TryGet(string? name, ReadOnlySpan<byte> text, [NotNullWhen(true)] out Encoding? encoding, out int start)
    {
        foreach (var marked in Marked)
        {
            if (text.StartsWith(marked.Mark))
            {
                encoding = marked.Encoding;
                start = marked.Mark.Length;
                return true;
            }
        }

        start = 0;
        return TryGet(name, out encoding);
    }

    private static Encoding? Find(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            name,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        );
        if (encoding is not null)
        {
            return encoding;
        }

        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>
/// The encoding that an XML document names for itself, which counts where the Content-Type names none (RFC 7303 section 3.2).
/// </summary>
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
