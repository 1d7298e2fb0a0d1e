using System.Text;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Remembers the strings that short UTF-8 texts were decoded to: names and keys of a document come again and again.
/// A new text takes the place of an older one with the same hash, so the cache never grows.
/// </summary>
internal sealed class Utf8StringCache
{
    private const int Size = 256;
    private const int LongestKept = 48;
    private readonly string?[] _strings = new string?[Size];

    /// <summary>The text that escaped bytes stand for.</summary>
    public string Get(ReadOnlySpan<byte> raw)
    {
        if (raw.Length is 0 or > LongestKept)
        {
            return ElementText.Decode(raw);
        }

        ref var known = ref _strings[Place(raw)];
        if (known is not null && Ascii.Equals(raw, known))
        {
            return known;
        }

        var text = ElementText.Decode(raw);
        if (text.Length == raw.Length)
        {
            known = text;
        }

        return text;
    }

    public string Get(in JsonataValue text) => text.Reference as string ?? Get(ElementText.Raw(text.Element));

    public string NameOf(JsonProperty property) => Get(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(property));

    private static int Place(ReadOnlySpan<byte> raw)
    {
        var hash = (uint)raw.Length;
        foreach (var unit in raw)
        {
            hash = (hash * 31) + unit;
        }

        return (int)((hash ^ (hash >> 8)) & (Size - 1));
    }
}
