using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Merges objects of a document. One look at a name's bytes finds its string, which is kept from one merge to the next, and
/// its place in this one; of each name only the last value is read, and the result is made at once in its size.
/// </summary>
internal sealed class ElementMerge
{
    private const int Size = 512;
    private const int MostNames = Size / 2;
    private readonly Entry[] _entries = new Entry[Size];
    private readonly string[] _names = new string[MostNames];
    private readonly JsonElement[] _last = new JsonElement[MostNames];
    private int _known;
    private int _merge;
    private int _count;

    /// <summary>Starts another merge.</summary>
    public void Begin()
    {
        _merge++;
        if (_known > MostNames / 2)
        {
            // Names of earlier documents fill it; those that this one uses come back at once.
            Array.Clear(_entries);
            _known = 0;
        }
    }

    /// <summary>Adds an object's properties; false, with some of them added, where a name is too long or too many are known.</summary>
    public bool TryAdd(JsonElement part)
    {
        foreach (var property in part.EnumerateObject())
        {
            var place = PlaceOf(JsonMarshal.GetRawUtf8PropertyName(property));
            if (place < 0)
            {
                return false;
            }

            _last[place] = property.Value;
        }

        return true;
    }

    /// <summary>Ends the merge.</summary>
    /// <param name="room">How many further properties the object shall have room for.</param>
    public ObjectValue End(int room = 0)
    {
        var names = new string[_count + room];
        var values = new JsonataValue[_count + room];
        for (var place = 0; place < _count; place++)
        {
            names[place] = _names[place];
            values[place] = JsonataValue.From(_last[place]);
        }

        var made = new ObjectValue(names, values, _count);
        Abandon();
        return made;
    }

    /// <summary>Lets go of the document.</summary>
    public void Abandon()
    {
        Array.Clear(_last, 0, _count);
        _count = 0;
    }

    private int PlaceOf(ReadOnlySpan<byte> name)
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
                return entry.Merge == _merge ? entry.Place : Enter(ref entry);
            }

            if (entry.Name is null)
            {
                // An escape could stand for a name that is also there without one.
                return _known == MostNames || name.Contains((byte)'\\') ? -1 : Enter(ref Remember(ref entry, key, name));
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
        entry.Place = _count;
        _names[_count] = entry.Name!;
        return _count++;
    }

    private struct Entry
    {
        public Utf8Key Key;
        public string? Name;
        public int Merge;
        public int Place;
    }
}
