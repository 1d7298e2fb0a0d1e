using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cxf.Documents;

/// <summary>
/// Where each value of a JSON text starts: the tree of its values, in which a pointer is followed part by part. The children of
/// an object or an array are looked up by name only where somebody asks for one of them.
/// </summary>
internal sealed class JsonSourceMap
{
    /// <summary>More than this many names twice are not listed.</summary>
    private const int MaxDuplicates = 1_000;

    private readonly List<Node> _nodes = [];
    private readonly List<JsonDuplicate> _duplicates = [];
    private readonly Dictionary<int, Dictionary<string, int>> _children = [];
    private readonly TextPositions _positions;

    private JsonSourceMap(ReadOnlySpan<byte> utf8) => _positions = TextPositions.Read(utf8);

    public static JsonSourceMap Empty { get; } = new([]);

    public IReadOnlyList<JsonDuplicate> Duplicates => _duplicates;

    /// <summary>About how many characters the pointers of all values have together.</summary>
    public long PointerCharacters { get; private set; }

    /// <summary>Reads a text that is known to be JSON.</summary>
    public static JsonSourceMap Read(ReadOnlySpan<byte> utf8)
    {
        var map = new JsonSourceMap(utf8);
        var holders = new Stack<Holder>();
        var reader = new Utf8JsonReader(utf8);
        var nameOffset = -1;
        while (reader.Read())
        {
            var offset = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    nameOffset = offset;
                    holders.Peek().NameLength = reader.ValueSpan.Length;
                    if (!holders.Peek().Names.TryAdd(reader.GetString()!, offset))
                    {
                        map.AddDuplicate(holders, reader.GetString()!, offset, utf8);
                    }

                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    holders.Pop();
                    break;
                default:
                    map.Add(
                        holders,
                        offset,
                        nameOffset,
                        reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                    );
                    nameOffset = -1;
                    break;
            }
        }

        return map;
    }

    public JsonPosition PositionOf(string pointer, bool ofName, ReadOnlySpan<byte> utf8)
    {
        var (node, isWhole) = Find(pointer, utf8);
        return node < 0
            ? new JsonPosition(1, 1)
            : _positions.At(ofName && isWhole && _nodes[node].Name >= 0 ? _nodes[node].Name : _nodes[node].Value, utf8);
    }

    public JsonPosition PositionInText(string pointer, int index, ReadOnlySpan<byte> utf8)
    {
        if (Find(pointer, utf8) is not (var node and >= 0, true) || utf8[_nodes[node].Value] != '"')
        {
            return PositionOf(pointer, ofName: false, utf8);
        }

        var at = _nodes[node].Value + 1;
        for (var passed = 0; passed < index && utf8[at] != '"'; )
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

        return _positions.At(at, utf8);
    }

    private void Add(Stack<Holder> holders, int offset, int nameOffset, bool isHolder)
    {
        var number = _nodes.Count;
        var length = 0;
        if (holders.TryPeek(out var holder))
        {
            length = holder.PointerLength + 1 + (nameOffset < 0 ? DigitsOf(holder.Count) : holder.NameLength);
            if (holder.Last >= 0)
            {
                _nodes[holder.Last] = _nodes[holder.Last] with { Next = number };
            }

            holder.Last = number;
            holder.Count++;
        }

        PointerCharacters += length;
        _nodes.Add(new Node(offset, nameOffset, -1));
        if (isHolder)
        {
            holders.Push(new Holder(number, length));
        }
    }

    private void AddDuplicate(Stack<Holder> holders, string name, int offset, ReadOnlySpan<byte> utf8)
    {
        if (_duplicates.Count == MaxDuplicates)
        {
            return;
        }

        var pointer = JsonPointer.Root;
        Holder? outer = null;
        foreach (var holder in holders.Reverse())
        {
            pointer =
                outer is null ? pointer
                : _nodes[holder.Number].Name >= 0 ? JsonPointer.Append(pointer, NameAt(_nodes[holder.Number].Name, utf8))
                : JsonPointer.Append(pointer, outer.Count - 1);
            outer = holder;
        }

        _duplicates.Add(
            new JsonDuplicate(
                JsonPointer.Append(pointer, name),
                _positions.At(offset, utf8),
                _positions.At(holders.Peek().Names[name], utf8)
            )
        );
    }

    // The value that a pointer leads to, or its nearest holder.
    private (int Node, bool IsWhole) Find(string pointer, ReadOnlySpan<byte> utf8)
    {
        var node = _nodes.Count == 0 ? -1 : 0;
        foreach (var part in pointer.Split('/').AsSpan(1))
        {
            if (node < 0 || !ChildrenOf(node, utf8).TryGetValue(JsonPointer.Unescape(part), out var child))
            {
                return (node, false);
            }

            node = child;
        }

        return (node, node >= 0);
    }

    private Dictionary<string, int> ChildrenOf(int node, ReadOnlySpan<byte> utf8)
    {
        if (_children.TryGetValue(node, out var known))
        {
            return known;
        }

        var children = _children[node] = new Dictionary<string, int>(StringComparer.Ordinal);
        var isHolder = utf8[_nodes[node].Value] is (byte)'{' or (byte)'[' && node + 1 < _nodes.Count;
        var isEmpty = !isHolder || utf8[(_nodes[node].Value + 1)..].TrimStart(" \t\r\n"u8)[0] is (byte)'}' or (byte)']';
        var index = 0;
        for (var child = isEmpty ? -1 : node + 1; child >= 0; child = _nodes[child].Next)
        {
            // Of two members of one name the last counts, as in every JSON reader.
            var name = _nodes[child].Name >= 0 ? NameAt(_nodes[child].Name, utf8) : index.ToString(CultureInfo.InvariantCulture);
            children[name] = child;
            index++;
        }

        return children;
    }

    private static string NameAt(int offset, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8[offset..], isFinalBlock: false, default);
        reader.Read();
        return reader.GetString()!;
    }

    private static int DigitsOf(int number) =>
        number < 10 ? 1
        : number < 100 ? 2
        : number < 1_000 ? 3
        : 6;

    /// <summary>One value.</summary>
    /// <param name="Value">Where it starts.</param>
    /// <param name="Name">Where its name starts; -1 where it has none.</param>
    /// <param name="Next">The next value of the same holder; -1 for the last. The first one follows its holder.</param>
    private readonly record struct Node(int Value, int Name, int Next);

    private sealed class Holder(int number, int pointerLength)
    {
        public int Number { get; } = number;

        public int PointerLength { get; } = pointerLength;

        public Dictionary<string, int> Names { get; } = [];

        public int NameLength { get; set; }

        public int Last { get; set; } = -1;

        public int Count { get; set; }
    }
}
