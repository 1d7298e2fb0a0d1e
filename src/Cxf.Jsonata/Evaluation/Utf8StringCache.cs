using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Caches the strings of short UTF-8 texts, because names and keys of a document repeat. A new text replaces an older one with
/// the same hash, so the cache never grows.
/// </summary>
internal sealed class Utf8StringCache
{
    private const int Size = 256;
    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The string of escaped bytes.</summary>
    public string Get(ReadOnlySpan<byte> raw) => Get(raw, out _);

    /// <summary>The string and its <see cref="NameIndex.Hash"/>.</summary>
    public string Get(ReadOnlySpan<byte> raw, out int hash)
    {
        if (!Utf8Key.TryRead(raw, out var key))
        {
            var text = ElementText.Decode(raw);
            hash = NameIndex.Hash(text);
            return text;
        }

        ref var entry = ref _entries[key.Hash & (Size - 1)];
        if (entry.Key != key)
        {
            var text = ElementText.Decode(raw);
            entry = new Entry(key, text, NameIndex.Hash(text));
        }

        hash = entry.Hash;
        return entry.Text;
    }

    public string Get(in JsonataValue text) => text.Reference as string ?? Get(ElementText.Raw(text.Element));

    public string NameOf(JsonProperty property, out int hash) => Get(JsonMarshal.GetRawUtf8PropertyName(property), out hash);

    private readonly record struct Entry(Utf8Key Key, string Text, int Hash);
}

/// <summary>A string of 1 to 16 UTF-8 bytes as two numbers, so that equal strings are found without comparing bytes.</summary>
internal readonly record struct Utf8Key(ulong First, ulong Last, int Length)
{
    private const int MaxBytes = 2 * sizeof(ulong);

    /// <summary>Uses all bits of a non-negative int.</summary>
    public int Hash
    {
        get
        {
            const ulong prime = 0x9E37_79B9_7F4A_7C15;
            return (int)(((First ^ (Last * prime)) * prime) >> 33);
        }
    }

    /// <summary>False for an empty and for a longer string.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Utf8Key key)
    {
        if (text.Length is 0 or > MaxBytes)
        {
            key = default;
            return false;
        }

        key = new Utf8Key(Load(text), text.Length > sizeof(ulong) ? Load(text[sizeof(ulong)..]) : 0, text.Length);
        return true;
    }

    /// <summary>Up to eight bytes as a number; shorter strings read some bytes twice, which is faster than one by one.</summary>
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
}
