using System.Runtime.InteropServices;
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
    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The text that escaped bytes stand for.</summary>
    public string Get(ReadOnlySpan<byte> raw) => Get(raw, out _);

    /// <summary>The same with the text's <see cref="NameIndex.Hash"/>.</summary>
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
