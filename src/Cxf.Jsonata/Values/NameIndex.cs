using System.Runtime.InteropServices;

namespace Cxf.Jsonata.Values;

/// <summary>
/// Finds names of an object by hash: an open-addressing table of indexes into the object's list of names, twice as large as the
/// list. It contains only indexes, so it is small and fast to create.
/// </summary>
internal sealed class NameIndex
{
    private int[] _indexes;
    private int _count;

    public NameIndex(int capacity) => _indexes = new int[Size(capacity)];

    /// <summary>The index of a name, or -1.</summary>
    public int Find(string[] names, string name)
    {
        var mask = _indexes.Length - 1;
        for (var at = Hash(name) & mask; _indexes[at] != 0; at = (at + 1) & mask)
        {
            var known = names[_indexes[at] - 1];
            if (ReferenceEquals(known, name) || string.Equals(known, name))
            {
                return _indexes[at] - 1;
            }
        }

        return -1;
    }

    /// <summary>The index of a name whose hash is known; a new name is added with <paramref name="index"/>.</summary>
    public int FindOrAdd(string[] names, string name, int hash, int index)
    {
        MakeRoom(names);
        var mask = _indexes.Length - 1;
        var at = hash & mask;
        for (; _indexes[at] != 0; at = (at + 1) & mask)
        {
            var known = names[_indexes[at] - 1];
            if (ReferenceEquals(known, name) || string.Equals(known, name))
            {
                return _indexes[at] - 1;
            }
        }

        _indexes[at] = index + 1;
        _count++;
        return index;
    }

    /// <summary>Adds the name at an index; it must be new.</summary>
    public void Add(string[] names, int index)
    {
        MakeRoom(names);
        Put(names[index], index + 1);
        _count++;
    }

    private void MakeRoom(string[] names)
    {
        if (_count * 2 < _indexes.Length)
        {
            return;
        }

        var known = _indexes;
        _indexes = new int[known.Length * 2];
        foreach (var entry in known)
        {
            if (entry != 0)
            {
                Put(names[entry - 1], entry);
            }
        }
    }

    private void Put(string name, int entry)
    {
        var mask = _indexes.Length - 1;
        var at = Hash(name) & mask;
        while (_indexes[at] != 0)
        {
            at = (at + 1) & mask;
        }

        _indexes[at] = entry;
    }

    private static int Size(int capacity) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 8) * 2);

    public static int Hash(string name)
    {
        const ulong prime = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)name.Length;
        var characters = name.AsSpan();
        foreach (var four in MemoryMarshal.Cast<char, ulong>(characters))
        {
            hash = (hash ^ four) * prime;
            hash ^= hash >> 32;
        }

        foreach (var character in characters[(characters.Length & ~3)..])
        {
            hash = (hash ^ character) * prime;
        }

        return (int)(hash >> 33);
    }
}
