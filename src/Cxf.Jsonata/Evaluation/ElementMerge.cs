using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Merges objects of a document. One lookup of a name's bytes finds its string, which is cached across merges, and its index in
/// this merge. Only the last value of each name is read, and the result is created with its final size.
/// </summary>
internal sealed class ElementMerge
{
    private const int Size = 512;
    private const int MaxNames = Size / 2;
    private readonly Entry[] _entries = new Entry[Size];
    private readonly string[] _names = new string[MaxNames];
    private readonly JsonElement[] _last = new JsonElement[MaxNames];
    private int _known;
    private int _merge;
    private int _count;

    /// <summary>Starts a merge.</summary>
    public void Begin()
    {
        _merge++;
        if (_known > MaxNames / 2)
        {
            // The cache is full of names of earlier documents; those of this document are added again.
            Array.Clear(_entries);
            _known = 0;
        }
    }

    /// <summary>
    /// Adds an object's properties; false, with some of them added, if a name is too long or there are too many names.
    /// </summary>
    public bool TryAdd(JsonElement part)
    {
        foreach (var property in part.EnumerateObject())
        {
            var index = IndexOf(JsonMarshal.GetRawUtf8PropertyName(property));
            if (index < 0)
            {
                return false;
            }

            _last[index] = property.Value;
        }

        return true;
    }

    /// <summary>Ends the merge.</summary>
    /// <param name="room">The number of further properties to reserve space for.</param>
    public ObjectValue End(int room = 0)
    {
        var names = new string[_count + room];
        var values = new JsonataValue[_count + room];
        for (var index = 0; index < _count; index++)
        {
            names[index] = _names[index];
            values[index] = JsonataValue.From(_last[index]);
        }

        var made = new ObjectValue(names, values, _count);
        Abandon();
        return made;
    }

    /// <summary>Releases the document.</summary>
    public void Abandon()
    {
        Array.Clear(_last, 0, _count);
        _count = 0;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        if (!Utf8Key.TryRead(name, out var key))
        {
            return -1;
        }

        for (var at = key.Hash & (Size - 1); ; at = (at + 1) & (Size - 1))
        {
            ref var entry = ref _entries[at];
            if (entry.Key == key)
            {
                return entry.Merge == _merge ? entry.Index : Enter(ref entry);
            }

            if (entry.Name is null)
            {
                // An escaped name can equal a name without escapes.
                return _known == MaxNames || name.Contains((byte)'\\') ? -1 : Enter(ref Remember(ref entry, key, name));
            }
        }
    }

    private ref Entry Remember(ref Entry entry, Utf8Key key, ReadOnlySpan<byte> name)
    {
        entry.Key = key;
        entry.Name = Encoding.UTF8.GetString(name);
        _known++;
        return ref entry;
    }

    private int Enter(ref Entry entry)
    {
        entry.Merge = _merge;
        entry.Index = _count;
        _names[_count] = entry.Name!;
        return _count++;
    }

    private struct Entry
    {
        public Utf8Key Key;
        public string? Name;
        public int Merge;
        public int Index;
    }
}
