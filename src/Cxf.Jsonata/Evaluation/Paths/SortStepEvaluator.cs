using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>An order-by that stands alone or first; inside of a path the path orders its own results.</summary>
internal sealed class SortStepEvaluator(SortKey[] keys, int position) : Evaluator
{
    /// <summary>Evaluates the keys once for each item and orders the items by them, stably.</summary>
    public void Order(ValueBuffer items, Frame frame, Run run)
    {
        var count = items.Count;
        if (count <= 1)
        {
            return;
        }

        var values = new JsonataValue[count * keys.Length];
        for (var index = 0; index < count; index++)
        {
            run.Tick();
            EvaluateKeys(items[index], frame, values.AsSpan(index * keys.Length), run);
        }

        var order = SortOrder.Of(values, keys, position, run);
        var sorted = new JsonataValue[count];
        for (var index = 0; index < count; index++)
        {
            sorted[index] = items[order[index]];
        }

        sorted.CopyTo(items.Items);
    }

    /// <summary>The same for results that carry bindings.</summary>
    public List<TupleFrame> Order(List<TupleFrame> tuples, Run run)
    {
        var values = new JsonataValue[tuples.Count * keys.Length];
        for (var index = 0; index < tuples.Count; index++)
        {
            run.Tick();
            EvaluateKeys(tuples[index].Item, tuples[index], values.AsSpan(index * keys.Length), run);
        }

        return tuples.Count <= 1 ? tuples : [.. SortOrder.Of(values, keys, position, run).Select(index => tuples[index])];
    }

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var items = run.Rent();
        items.AddFlattened(input);
        Order(items, frame, run);
        var result = new JsonataValue(items.ToArray(items.Count > 1 ? ArrayTraits.None : ArrayTraits.Sequence));
        run.Return(items);
        return result;
    }

    private void EvaluateKeys(in JsonataValue item, Frame frame, Span<JsonataValue> values, Run run)
    {
        for (var key = 0; key < keys.Length; key++)
        {
            values[key] = keys[key].Expression.Evaluate(item, frame, run);
        }
    }
}
