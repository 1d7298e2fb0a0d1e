using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One key of an order-by.</summary>
internal sealed record SortKey(Evaluator Expression, bool Descending);

/// <summary>An order-by that is the first or only step; within a path the path orders its own results.</summary>
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

    /// <summary>The same for results with bindings.</summary>
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

/// <summary>The order of items by keys that are already evaluated.</summary>
internal static class SortOrder
{
    /// <summary>
    /// The indexes of the items in order. <paramref name="values"/> holds all keys of the first item, then of the second.
    /// </summary>
    public static int[] Of(JsonataValue[] values, SortKey[] keys, int position, Run run)
    {
        var order = new int[values.Length / keys.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        if (keys.Length == 1 && Array.TrueForAll(values, value => value.IsNumber && !double.IsNaN(value.Number)))
        {
            MergeSort.Sort(order, new ByNumber(Array.ConvertAll(values, value => value.Number), keys[0].Descending));
        }
        else
        {
            MergeSort.Sort(order, new ByKeys(values, keys, position, run));
        }

        return order;
    }

    private readonly struct ByNumber(double[] numbers, bool descending) : IPrecedence<int>
    {
        public bool IsAfter(in int left, in int right) =>
            descending ? numbers[left] < numbers[right] : numbers[left] > numbers[right];
    }

    private readonly struct ByKeys(JsonataValue[] values, SortKey[] keys, int position, Run run) : IPrecedence<int>
    {
        public bool IsAfter(in int left, in int right)
        {
            run.Tick();
            for (var key = 0; key < keys.Length; key++)
            {
                var comparison = Compare(
                    values[(left * keys.Length) + key],
                    values[(right * keys.Length) + key],
                    keys[key].Descending
                );
                if (comparison != 0)
                {
                    return comparison > 0;
                }
            }

            return false;
        }

        /// <summary>Missing keys come last, in either direction.</summary>
        private int Compare(in JsonataValue left, in JsonataValue right, bool descending)
        {
            if (left.IsUndefined || right.IsUndefined)
            {
                return left.IsUndefined ? (right.IsUndefined ? 0 : 1) : -1;
            }

            if (!IsKey(left) || !IsKey(right))
            {
                throw At(Errors.Evaluation("T2008", IsKey(left) ? right : left));
            }

            if (left.IsNumber != right.IsNumber)
            {
                throw At(Errors.Evaluation("T2007", left, right));
            }

            // NaN is not less than any number, so it counts as greater, as in the reference.
            var comparison = left.IsNumber
                ? left.Number == right.Number
                    ? 0
                    : left.Number < right.Number
                        ? -1
                        : 1
                : string.CompareOrdinal(left.AsString(), right.AsString());
            return descending ? -comparison : comparison;
        }

        private static bool IsKey(in JsonataValue value) => value.IsNumber || value.IsString;

        private JsonataException At(JsonataException error)
        {
            Errors.Locate(error, position, null);
            return error;
        }
    }
}
