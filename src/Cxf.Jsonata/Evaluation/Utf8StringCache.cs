using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Remembers the strings that short UTF-8 texts were decoded to: names and keys of a document come again and again.
/// A text of up to sixteen bytes is its own key, as two numbers, so nothing is compared byte by byte. A new text takes the
/// place of an older one with the same hash, so the cache never grows.
/// </summary>
internal sealed class Utf8StringCache
{
    private const int Size = 256;
    private const int LongestKept = 2 * sizeof(ulong);
    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The text that escaped bytes stand for.</summary>
    public string Get(ReadOnlySpan<byte> raw) => Get(raw, out _);

    /// <summary>The same with the text's <see cref="NameIndex.Hash"/>.</summary>
    public string Get(ReadOnlySpan<byte> raw, out int hash)
    {
        if (raw.Length is 0 or > LongestKept)
        {
            var text = ElementText.Decode(raw);
            hash = NameIndex.Hash(text);
            return text;
        }

        var first = Load(raw);
        var last = raw.Length > sizeof(ulong) ? Load(raw[sizeof(ulong)..]) : 0;
        ref var entry = ref _entries[Place(first, last)];
        if (entry.First != first || entry.Last != last || entry.Length != raw.Length)
        {
            var text = ElementText.Decode(raw);
            entry = new Entry(first, last, raw.Length, text, NameIndex.Hash(text));
        }

        hash = entry.Hash;
        return entry.Text;
    }

    public string Get(in JsonataValue text) => text.Reference as string ?? Get(ElementText.Raw(text.Element));

    public string NameOf(JsonProperty property, out int hash) => Get(JsonMarshal.GetRawUtf8PropertyName(property), out hash);

    /// <summary>Up to eight bytes as a number; shorter texts read their bytes twice where that is quicker than one by one.</summary>
    private static ulong Load(ReadOnlySpan<byte> bytes)
    {
        const int half = sizeof(uint);
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        if (bytes.Length >= half)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^half..]) << 32);
        }

        var number = (ulong)bytes[0];
        for (var at = 1; at < bytes.Length; at++)
        {
            number |= (ulong)bytes[at] << (8 * at);
        }

        return number;
    }

    private static int Place(ulong first, ulong last)
    {
        const ulong prime = 0x9E37_79B9_7F4A_7C15;
        return (int)(((first ^ (last * prime)) * prime) >> 56);
    }

    private readonly record struct Entry(ulong First, ulong Last, int Length, string Text, int Hash);
}
