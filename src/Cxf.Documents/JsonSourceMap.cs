using System.Text;
using System.Text.Json;

namespace Cxf.Documents;

/// <summary>Where each value of a JSON text starts, by its pointer.</summary>
internal sealed class JsonSourceMap
{
    private readonly Dictionary<string, Offsets> _offsets = new(StringComparer.Ordinal);
    private readonly List<JsonDuplicate> _duplicates = [];

    private JsonSourceMap()
    {
    }

    public static JsonSourceMap Empty { get; } = new();

    public IReadOnlyList<JsonDuplicate> Duplicates => _duplicates;

    /// <summary>Reads a text that is known to be JSON.</summary>
    public static JsonSourceMap Read(ReadOnlySpan<byte> utf8)
    {
        var map = new JsonSourceMap();
        var holders = new Stack<Holder>();
        var reader = new Utf8JsonReader(utf8);
        string? name = null;
        var nameOffset = 0;
        while (reader.Read())
        {
            var offset = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    nameOffset = offset;
                    if (!holders.Peek().Names.Add(name))
                    {
                        map._duplicates.Add(new JsonDuplicate(JsonPointer.Append(holders.Peek().Pointer, name), JsonPosition.At(offset, utf8)));
                    }

                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    holders.Pop();
                    break;
                default:
                    var pointer = PointerOfNext(holders, name);
                    map._offsets[pointer] = new Offsets(offset, name is null ? offset : nameOffset);
                    name = null;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        holders.Push(new Holder(pointer));
                    }

                    break;
            }
        }

        return map;
    }

    public JsonPosition PositionOf(string pointer, bool ofName, ReadOnlySpan<byte> utf8) =>
        _offsets.TryGetValue(pointer, out var offsets) ? JsonPosition.At(ofName ? offsets.Name : offsets.Value, utf8)
        : pointer.Length == 0 ? new JsonPosition(1, 1)
        : PositionOf(JsonPointer.Parent(pointer), ofName: false, utf8);

    public JsonPosition PositionInText(string pointer, int index, ReadOnlySpan<byte> utf8)
    {
        if (!_offsets.TryGetValue(pointer, out var offsets) || utf8[offsets.Value] != '"')
        {
            return PositionOf(pointer, ofName: false, utf8);
        }

        var at = offsets.Value + 1;
        for (var passed = 0; passed < index && utf8[at] != '"';)
        {
            if (utf8[at] == '\\')
            {
                at += utf8[at + 1] == 'u' ? 6 : 2;
                passed++;
            }
            else
            {
                Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length);
                at += length;
                passed += rune.Utf16SequenceLength;
            }
        }

        return JsonPosition.At(at, utf8);
    }

    private static string PointerOfNext(Stack<Holder> holders, string? name) =>
        name is not null ? JsonPointer.Append(holders.Peek().Pointer, name)
        : holders.TryPeek(out var holder) ? JsonPointer.Append(holder.Pointer, holder.NextIndex++)
        : JsonPointer.Root;

    private readonly record struct Offsets(int Value, int Name);

    private sealed class Holder(string pointer)
    {
        public string Pointer { get; } = pointer;

        public HashSet<string> Names { get; } = [];

        public int NextIndex { get; set; }
    }
}
