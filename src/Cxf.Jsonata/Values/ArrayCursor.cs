using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cxf.Jsonata.Values;

/// <summary>Enumerates the items of any array; a value that is not an array is the only item.</summary>
internal struct ArrayCursor
{
    private readonly JsonataValue _source;
    private readonly JsonataValue[]? _items;
    private readonly int _count;
    private JsonElement.ArrayEnumerator _elements;
    private int _next;
    private JsonataValue _current;

    public ArrayCursor(in JsonataValue source)
    {
        _source = source;
        _next = 0;
        if (ReferenceEquals(source.Reference, ValueTag.ElementArray))
        {
            _elements = source.Element.EnumerateArray();
            _count = -1;
        }
        else if (source.Reference is ItemArray array)
        {
            _items = array.Items;
            _count = _items.Length;
        }
        else
        {
            _count = source.Reference is RangeArray range ? range.Count : 1;
        }
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ref readonly JsonataValue Current => ref _current;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_count < 0)
        {
            if (!_elements.MoveNext())
            {
                return false;
            }

            _current = JsonataValue.From(_elements.Current);
            return true;
        }

        if (_next >= _count)
        {
            return false;
        }

        if (_items is not null)
        {
            _current = _items[_next];
        }
        else
        {
            _current = _source.Reference is RangeArray range ? range[_next] : _source;
        }

        _next++;
        return true;
    }
}
