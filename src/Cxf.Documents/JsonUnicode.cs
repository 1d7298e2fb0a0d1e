using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cxf.Documents;

/// <summary>
/// The encoding of JSON texts. Strings that are not Unicode text are found: bytes that are not UTF-8, or half of a surrogate pair
/// written as an escape. Both are grammatical JSON to the parser (RFC 8259, section 8.2), but reading such a string as text
/// throws.
/// </summary>
public static class JsonUnicode
{
    /// <summary>
    /// A UTF-8 text without its byte order mark, which JSON must not have (RFC 8259, section 8.1) but some editors write.
    /// </summary>
    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;

    /// <summary>Whether every string of a JSON text is Unicode text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool IsValid(ReadOnlySpan<byte> utf8) => IndexOfInvalidString(utf8) < 0;

    /// <summary>The offset of the first string that is not Unicode text, or -1.</summary>
    /// <param name="utf8">A text that is known to be JSON.</param>
    public static int IndexOfInvalidString(ReadOnlySpan<byte> utf8)
    {
        // Hardly any document has such an escape, so the second pass is rare.
        if (Utf8.IsValid(utf8) && utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0)
        {
            return -1;
        }

        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                return (int)reader.TokenStartIndex;
            }
        }

        return -1;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
