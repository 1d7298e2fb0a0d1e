using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cxf.Jsonata.Tests.Conformance;

/// <summary>
/// Strings of the corpus. One of them has half of a surrogate pair, which <see cref="JsonElement.GetString"/> rejects.
/// </summary>
internal static class CorpusText
{
    public static string Read(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(element.GetRawText()[1..^1]);
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[at + 1] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 5;
            }
            else
            {
                text.Append(JsonSerializer.Deserialize($"\"{raw.AsSpan(at, 2)}\"", CorpusTextContext.Default.String));
                at++;
            }
        }

        return text.ToString();
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class CorpusTextContext : System.Text.Json.Serialization.JsonSerializerContext;
