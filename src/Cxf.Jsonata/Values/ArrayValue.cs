namespace Cxf.Jsonata.Values;

/// <summary>The properties by which JSONata distinguishes arrays (data) from sequences (results).</summary>
[Flags]
internal enum ArrayTraits : byte
{
    None = 0,

    /// <summary>A result sequence: a single value replaces it, and an empty one is undefined.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays an array even with one value, because of <c>[]</c> in the expression.</summary>
    KeepSingleton = 2,

    /// <summary>Created by an array constructor at an end of a path: a step does not flatten it.</summary>
    Constructed = 4,

    /// <summary>The sequence around an input that is an array; <c>$</c> returns the array.</summary>
    OuterWrapper = 8,
}

/// <summary>An array that the evaluation created. Arrays of the input stay <see cref="System.Text.Json.JsonElement"/>s.</summary>
internal abstract class ArrayValue() : HeapValue(JsonataKind.Array)
{
    /// <summary>The traits of the array.</summary>
    public ArrayTraits Traits { get; set; }

    public abstract int Count { get; }

    public abstract JsonataValue this[int index] { get; }

    public bool Is(ArrayTraits trait) => (Traits & trait) != 0;
}

/// <summary>An array with stored items.</summary>
internal sealed class ItemArray : ArrayValue
{
    private readonly JsonataValue[] _items;

    public ItemArray(JsonataValue[] items, ArrayTraits traits = ArrayTraits.None)
    {
        _items = items;
        Traits = traits;
    }

    public override int Count => _items.Length;

    public override JsonataValue this[int index] => _items[index];

    public JsonataValue[] Items => _items;
}

/// <summary>The integers of a range, without storing each value.</summary>
internal sealed class RangeArray : ArrayValue
{
    private readonly double _first;
    private readonly int _count;

    public RangeArray(double first, int count, ArrayTraits traits)
    {
        _first = first;
        _count = count;
        Traits = traits;
    }

    public override int Count => _count;

    public override JsonataValue this[int index] => JsonataValue.From(_first + index);
}
