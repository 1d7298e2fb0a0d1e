using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary><c>$</c>: the context.</summary>
internal sealed class ContextEvaluator : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Unwrap(input);

    /// <summary>An input that is an array comes inside of a sequence; this is the array.</summary>
    public static JsonataValue Unwrap(in JsonataValue input) =>
        input.Reference is ArrayValue array && array.Is(ArrayTraits.OuterWrapper) ? array[0] : input;
}
