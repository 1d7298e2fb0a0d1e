namespace Cxf.Jsonata.Values;

/// <summary>An array that evaluation made. Arrays of the input stay <see cref="System.Text.Json.JsonElement"/>s.</summary>
internal abstract class ArrayValue() : HeapValue(JsonataKind.Array)
{
    /// <summary>What the array is besides its items.</summary>
    public ArrayTraits Traits { get; set; }

    public abstract int Count { get; }

    public abstract JsonataValue this[int index] { get; }

    public bool Is(ArrayTraits trait) => (Traits & trait) != 0;
}
