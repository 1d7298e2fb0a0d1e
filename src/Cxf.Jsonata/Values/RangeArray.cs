namespace Cxf.Jsonata.Values;

/// <summary>The integers that the range operator made, without holding one value for each.</summary>
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

    public double First => _first;

    public override int Count => _count;

    public override JsonataValue this[int index] => JsonataValue.From(_first + index);
}
