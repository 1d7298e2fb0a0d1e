using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The results of a nested path with their bindings, on the way to the path around it; never seen by an expression.</summary>
internal sealed class TupleStream(Scope scope, List<TupleFrame> tuples) : HeapValue(JsonataKind.Array)
{
    public List<TupleFrame> Tuples { get; } = tuples;

    /// <summary>The values without their bindings, where the value is such a stream.</summary>
    public static JsonataValue Values(in JsonataValue value) =>
        value.Reference is TupleStream stream
            ? new JsonataValue(new ItemArray([.. stream.Tuples.Select(tuple => tuple.Item)], ArrayTraits.Sequence))
            : value;

    /// <summary>Binds in one tuple what another of this stream has bound, by name.</summary>
    public void CopyBindings(TupleFrame from, TupleFrame to, Scope toScope)
    {
        for (var slot = 0; slot < scope.Count; slot++)
        {
            var place = toScope.Find(scope.Names[slot]);
            if (place >= 0 && !from.Slots[slot].IsUnbound)
            {
                to.Slots[place] = from.Slots[slot];
            }
        }
    }

    /// <summary>The results that a predicate selects, each tried with its own bindings.</summary>
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
