namespace Cxf.Jsonata.Evaluation;

/// <summary><c>and</c> and <c>or</c>; the right side is evaluated only where it decides.</summary>
internal sealed class BooleanEvaluator(bool isOr, Evaluator left, Evaluator right) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.IsTrue(left.Evaluate(input, frame, run)) == isOr
            ? JsonataValue.From(isOr)
            : JsonataValue.From(Sequences.IsTrue(right.Evaluate(input, frame, run)));
}
