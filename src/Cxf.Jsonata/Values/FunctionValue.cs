namespace Cxf.Jsonata.Values;

/// <summary>Anything that an expression can call.</summary>
internal abstract class FunctionValue() : HeapValue(JsonataKind.Function)
{
    /// <summary>How many arguments it wants from a higher-order function such as <c>$map</c>.</summary>
    public abstract int Arity { get; }
}
