using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>One node of a compiled expression. Immutable and shared by all evaluations; mutable state is in the run.</summary>
internal abstract class Evaluator
{
    /// <summary>The node's value: a sequence of one value is that value, an empty sequence is undefined.</summary>
    public abstract JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run);

    /// <summary>The value before sequences are reduced; predicates after the node see this.</summary>
    public virtual JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run) => Evaluate(input, frame, run);
}

internal sealed class LiteralEvaluator(JsonataValue value) : Evaluator
{
    public JsonataValue Value { get; } = value;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Value;
}

/// <summary><c>$</c>: the context.</summary>
internal sealed class ContextEvaluator : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Unwrap(input);

    /// <summary>An input that is an array is wrapped in a sequence; this returns the array.</summary>
    public static JsonataValue Unwrap(in JsonataValue input) =>
        input.Reference is ArrayValue array && array.Is(ArrayTraits.OuterWrapper) ? array[0] : input;
}

/// <summary>
/// Checks the stack once for several levels of a deeply nested expression, so that shallow expressions need no check.
/// </summary>
internal sealed class StackGuardEvaluator(Evaluator inner) : Evaluator
{
    /// <summary>The number of levels without a check; their frames fit into the runtime's safety margin.</summary>
    public const int Levels = 16;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        StackGuard.Check();
        return inner.Evaluate(input, frame, run);
    }

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        StackGuard.Check();
        return inner.EvaluateRaw(input, frame, run);
    }
}
