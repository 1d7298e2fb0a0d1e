namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>An object constructor as an expression of its own.</summary>
internal sealed class GroupingEvaluator(GroupEvaluator grouping) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => grouping.Evaluate(input, frame, run);
}
