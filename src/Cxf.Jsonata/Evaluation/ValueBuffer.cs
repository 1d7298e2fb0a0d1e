using System.Runtime.CompilerServices;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A reusable growing list of values; its results are arrays of exact size.</summary>
internal sealed class ValueBuffer(Run run)
{
    private const int FirstCapacity = 16;
    private const int MaxKept = 4096;
    private JsonataValue[] _items = new JsonataValue[FirstCapacity];
    private int _count;

    public int Count => _count;

    public ref readonly JsonataValue this[int index] => ref _items[index];

    public Span<JsonataValue> Items => _items.AsSpan(0, _count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in JsonataValue value)
    {
        if (_count == _items.Length)
        {
            Grow();
        }

        _items[_count++] = value;
    }

    /// <summary>Adds the items of an array, or any other value.</summary>
    public void AddFlattened(in JsonataValue value)
    {
        if (!value.IsArray)
        {
            Add(value);
            return;
        }

        if (value.Reference is ItemArray array)
        {
            Reserve(array.Items.Length);
            array.Items.CopyTo(_items.AsSpan(_count));
            _count += array.Items.Length;
            return;
        }

        var items = new ArrayCursor(value);
        while (items.MoveNext())
        {
            run.Tick();
            Add(items.Current);
        }
    }

    public void RemoveLast() => _items[--_count] = default;

    public ItemArray ToArray(ArrayTraits traits) => new(_count == 0 ? [] : Items.ToArray(), traits);

    /// <summary>The sequence as a value, not yet reduced.</summary>
    public JsonataValue ToSequence() => new(ToArray(ArrayTraits.Sequence));

    /// <summary>Undefined if empty, the value itself if there is one, otherwise a sequence.</summary>
    public JsonataValue ToResult() =>
        _count switch
        {
            0 => default,
            1 => _items[0],
            _ => ToSequence(),
        };

    public void Clear()
    {
        if (_items.Length > MaxKept)
        {
            _items = new JsonataValue[FirstCapacity];
        }
        else
        {
            Items.Clear();
        }

        _count = 0;
    }

    private void Reserve(int more)
    {
        while (_items.Length - _count < more)
        {
            Grow();
        }
    }

    private void Grow()
    {
        if (_items.Length >= run.Limits.SequenceLength)
        {
            throw LimitErrors.TooMuchMemory();
        }

        run.CheckBudget();
        Array.Resize(ref _items, (int)Math.Min(_items.Length * 2L, run.Limits.SequenceLength));
    }
}
