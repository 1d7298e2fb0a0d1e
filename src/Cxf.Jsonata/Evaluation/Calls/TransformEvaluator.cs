namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary><c>|pattern|update,delete|</c>: the value is a function that changes a copy of its argument.</summary>
internal sealed class TransformEvaluator(TransformBody body) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => new(new TransformFunction(body, frame));
}
