using Cxf.Jsonata.Compilation;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>Predicates behind a block whose path binds variables: they see those bindings, and the path around gets them too.</summary>
internal sealed class TupleFilterEvaluator(Evaluator inner, Predicate[] predicates, Scope scope) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = inner.EvaluateRaw(input, frame, run);
        if (value.Reference is not TupleStream stream)
        {
            return Sequences.Reduce(PredicateList.Apply(predicates, value, Frame.Unbound(frame, scope.Count), run), keepArray: false);
        }

        var tuples = new List<TupleFrame>(stream.Tuples.Count);
        foreach (var tuple in stream.Tuples)
        {
            var result = TupleFrame.First(frame, scope.Count, tuple.Item);
            stream.CopyBindings(tuple, result, scope);
            tuples.Add(result);
        }

        foreach (var predicate in predicates)
        {
            tuples = TupleStream.Filter(predicate, tuples, run);
        }

        return new JsonataValue(new TupleStream(scope, tuples));
    }
}
