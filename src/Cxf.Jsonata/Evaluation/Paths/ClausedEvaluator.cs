namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>Predicates, a grouping or <c>[]</c> behind an expression that is no path.</summary>
internal sealed class ClausedEvaluator(Evaluator inner, Predicate[] predicates, GroupEvaluator? group, bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = PredicateList.Apply(predicates, TupleStream.Values(inner.EvaluateRaw(input, frame, run)), frame, run);
        if (group is not null)
        {
            value = group.Evaluate(value, frame, run);
        }

        return Sequences.Reduce(value, keepArray);
    }
}
