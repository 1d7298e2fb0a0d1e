namespace Cxf.Jsonata.Evaluation;

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed class ConditionEvaluator(Evaluator condition, Evaluator then, Evaluator? otherwise) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (Sequences.IsTrue(condition.Evaluate(input, frame, run)))
        {
            return then.Evaluate(input, frame, run);
        }

        return otherwise is null ? default : otherwise.Evaluate(input, frame, run);
    }
}
