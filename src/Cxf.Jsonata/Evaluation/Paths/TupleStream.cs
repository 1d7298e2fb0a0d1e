using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The results of a nested path with their bindings, for the path around it; never visible to an expression.</summary>
internal sealed class TupleStream(Scope scope, List<TupleFrame> tuples) : HeapValue(JsonataKind.Array)
{
    public List<TupleFrame> Tuples { get; } = tuples;

    /// <summary>The values without their bindings, if the value is such a stream.</summary>
    public static JsonataValue Values(in JsonataValue value) =>
        value.Reference is TupleStream stream
            ? new JsonataValue(new ItemArray([.. stream.Tuples.Select(tuple => tuple.Item)], ArrayTraits.Sequence))
            : value;

    /// <summary>Copies the bindings of a tuple of this stream to another tuple, by name.</summary>
    public void CopyBindings(TupleFrame from, TupleFrame to, Scope toScope)
    {
        for (var slot = 0; slot < scope.Count; slot++)
        {
            var target = toScope.Find(scope.Names[slot]);
            if (target >= 0 && !from.Slots[slot].IsUnbound)
            {
                to.Slots[target] = from.Slots[slot];
            }
        }
    }

    /// <summary>The results that a predicate selects, each evaluated with its own bindings.</summary>
    public static List<TupleFrame> Filter(Predicate predicate, List<TupleFrame> tuples, Run run)
    {
        var results = new List<TupleFrame>();
        for (var index = 0; index < tuples.Count; index++)
        {
            run.Tick();
            var tuple = tuples[index];
            var verdict = predicate.Expression.Evaluate(tuple.Item, tuple, run);
            for (var times = Predicate.SelectedTimes(verdict, index, tuples.Count); times > 0; times--)
            {
                results.Add(tuple);
            }
        }

        return results;
    }
}

/// <summary>Predicates after a block whose path binds variables: they see those bindings, and so does the path around.</summary>
internal sealed class TupleFilterEvaluator(Evaluator inner, Predicate[] predicates, Scope scope) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = inner.EvaluateRaw(input, frame, run);
        if (value.Reference is not TupleStream stream)
        {
            return Sequences.Reduce(
                PredicateList.Apply(predicates, value, Frame.Unbound(frame, scope.Count), run),
                keepArray: false
            );
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
