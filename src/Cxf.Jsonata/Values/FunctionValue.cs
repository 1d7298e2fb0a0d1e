using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.Values;

/// <summary>Anything that an expression can call.</summary>
internal abstract class FunctionValue() : HeapValue(JsonataKind.Function)
{
    /// <summary>The number of arguments that it accepts from a higher-order function such as <c>$map</c>.</summary>
    public abstract int Arity { get; }

    /// <summary>
    /// Calls the function. The result may be <see cref="JsonataValue.TailCall"/>, so callers use <see cref="Invocation"/>.
    /// </summary>
    /// <param name="arguments">The arguments; the function may change the array but does not keep it.</param>
    /// <param name="input">The context of the call, which may replace a missing argument.</param>
    /// <param name="run">The evaluation.</param>
    public abstract JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run);
}
