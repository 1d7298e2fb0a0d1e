using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary><c>=</c> and <c>!=</c>. A missing operand makes both false.</summary>
internal sealed class EqualityEvaluator(bool isNegated, Evaluator left, Evaluator right) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        return JsonataValue.From(!leftValue.IsUndefined
            && !rightValue.IsUndefined
            && DeepEquality.AreEqual(leftValue, rightValue) != isNegated);
    }
}
