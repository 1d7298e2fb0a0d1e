using System.Text.Json;
using System.Text.Unicode;

namespace Cxf.ApiCalls.Diagnostics;

/// <summary>
/// Finds text that is not Unicode in JSON: bytes that are not UTF-8, and half a surrogate pair as an escape, which is grammatical JSON
/// (RFC 8259 section 8.2) that nothing can read as text.
/// </summary>
public static class JsonUnicode
{
    /// <summary>Whether every string and name of a JSON text is Unicode.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool IsValid(ReadOnlySpan<byte> json) => IndexOfInvalid(json) < 0;

    /// <summary>Where the first string or name starts that is not Unicode, in bytes; -1 when all are.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static int IndexOfInvalid(ReadOnlySpan<byte> json)
    {
        // Hardly any text has an escape of this kind, so that most are not read a second time.
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0 && Utf8.IsValid(json))
        {
            return -1;
        }

        var reader = new Utf8JsonReader(json);
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
