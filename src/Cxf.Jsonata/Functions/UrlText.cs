using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// JavaScript's <c>encodeURI</c>, <c>encodeURIComponent</c> and their opposites. The result is null if the text is malformed:
/// half of a surrogate pair, or an escape that is not UTF-8.
/// </summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private static readonly SearchValues<char> KeptInComponents = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> KeptInUrls = SearchValues.Create(Unreserved + Reserved);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? EncodeComponent(string text) => Encode(text, KeptInComponents);

    public static string? Encode(string text) => Encode(text, KeptInUrls);

    public static string? DecodeComponent(string text) => Decode(text, "");

    public static string? Decode(string text) => Decode(text, Reserved);

    private static string? Encode(string text, SearchValues<char> kept)
    {
        var encoded = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < text.Length; )
        {
            if (kept.Contains(text[at]))
            {
                encoded.Append(text[at++]);
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) != OperationStatus.Done)
            {
                return null;
            }

            foreach (var unit in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
            }

            at += used;
        }

        return encoded.ToString();
    }

    /// <summary>Escapes of reserved characters stay, because decoding them would change the meaning.</summary>
    private static string? Decode(string text, string reserved)
    {
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (text[at] != '%')
            {
                decoded.Append(text[at++]);
                continue;
            }

            var start = at;
            if (ReadCharacter(text, ref at) is not { } character)
            {
                return null;
            }

            decoded.Append(character.Length == 1 && reserved.Contains(character[0]) ? text[start..at] : character);
        }

        return decoded.ToString();
    }

    private static string? ReadCharacter(string text, ref int at)
    {
        var bytes = new List<byte>(4);
        do
        {
            if (
                at + 2 > text.Length - 1
                || text[at] != '%'
                || !byte.TryParse(
                    text.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var unit
                )
            )
            {
                return null;
            }

            bytes.Add(unit);
            at += 3;
        } while (bytes.Count < Length(bytes[0]));

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int Length(byte first) =>
        first switch
        {
            < 0xC0 => 1,
            < 0xE0 => 2,
            < 0xF0 => 3,
            _ => 4,
        };
}
