using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cxf.Jsonata.Values;

/// <summary>
/// Reads strings of a document. <see cref="JsonElement.GetString"/> rejects half of a surrogate pair, which JSON text may contain
/// and JavaScript keeps; it is kept here too.
/// </summary>
internal static class ElementText
{
    /// <summary>The bytes between the quotes, still escaped.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement element)
    {
        var text = JsonMarshal.GetRawUtf8Value(element);
        return text[1..^1];
    }

    public static string Decode(JsonElement element) => Decode(Raw(element));

    /// <summary>The string of escaped UTF-8 bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                plain = raw.Length;
            }

            text.Append(Encoding.UTF8.GetString(raw[..plain]));
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                raw = raw[AppendEscape(raw, text)..];
            }
        }

        return text.ToString();
    }

    private static int AppendEscape(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        const int unicodeEscape = 6;
        if (raw[1] == 'u')
        {
            text.Append((char)Convert.ToUInt16(Encoding.ASCII.GetString(raw[2..unicodeEscape]), 16));
            return unicodeEscape;
        }

        text.Append(
            raw[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var other => (char)other,
            }
        );
        return 2;
    }
}
