using System.Text;
using System.Text.Json;

namespace Cxf.Documents.Editing;

/// <summary>
/// Where the values of a JSON text are, in characters: the tree of its values, each with its span and that of its name.
/// </summary>
internal sealed class JsonLayout
{
    /// <summary>The name of the member; null for an item of an array and for the whole text.</summary>
    public string? Name { get; private init; }

    /// <summary>Where the member begins: at its name, or at the value if it has none.</summary>
    public int Begin { get; private init; }

    /// <summary>Where the name ends, with its quotes; the beginning where there is no name.</summary>
    public int NameEnd { get; private init; }

    /// <summary>Where the value begins.</summary>
    public int Start { get; private init; }

    /// <summary>Where the value ends.</summary>
    public int End { get; private set; }

    /// <summary>What kind of value it is.</summary>
    public JsonTokenType Kind { get; private init; }

    /// <summary>The members or items, in the order of the text.</summary>
    public List<JsonLayout> Children { get; } = [];

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => Kind == JsonTokenType.StartObject;

    /// <summary>Whether it has members or items.</summary>
    public bool IsHolder => Kind is JsonTokenType.StartObject or JsonTokenType.StartArray;

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonLayout Read(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8);
        var offsets = new Offsets(utf8);
        var holders = new Stack<JsonLayout>();
        JsonLayout? root = null;
        (string? Name, int Begin, int End) name = (null, -1, -1);
        while (reader.Read())
        {
            var start = offsets.At((int)reader.TokenStartIndex);
            var end = offsets.At((int)reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // What is consumed with a name is also its colon.
                    name = (reader.GetString(), start, start + 2 + Encoding.UTF8.GetCharCount(reader.ValueSpan));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    holders.Pop().End = end;
                    break;
                default:
                    var value = new JsonLayout
                    {
                        Name = name.Name,
                        Begin = name.Name is null ? start : name.Begin,
                        NameEnd = name.Name is null ? start : name.End,
                        Start = start,
                        End = end,
                        Kind = reader.TokenType,
                    };
                    name = (null, -1, -1);
                    root ??= value;
                    if (holders.TryPeek(out var holder))
                    {
                        holder.Children.Add(value);
                    }

                    if (value.IsHolder)
                    {
                        holders.Push(value);
                    }

                    break;
            }
        }

        return root!;
    }

    /// <summary>The value at a pointer; null if the text does not have it. Of members with one name, the last counts.</summary>
    public JsonLayout? Find(string pointer)
    {
        var found = this;
        foreach (var part in pointer.Split('/').AsSpan(1))
        {
            var name = JsonPointer.Unescape(part);
            found =
                found.IsObject ? found.Children.LastOrDefault(member => member.Name == name)
                : int.TryParse(part, out var index) ? found.Children.ElementAtOrDefault(index)
                : null;
            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    // Characters by bytes, asked in rising order.
    private sealed class Offsets(byte[] utf8)
    {
        private int _byte;
        private int _character;

        public int At(int offset)
        {
            if (offset < _byte)
            {
                (_byte, _character) = (0, 0);
            }

            _character += Encoding.UTF8.GetCharCount(utf8, _byte, offset - _byte);
            _byte = offset;
            return _character;
        }
    }
}
