namespace Cxf.Jsonata.Values;

/// <summary>An array whose items are held.</summary>
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
