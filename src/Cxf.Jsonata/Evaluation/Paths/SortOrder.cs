using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The order of items by keys that are already evaluated.</summary>
internal static class SortOrder
{
    /// <summary>The indexes of the items in order. <paramref name="values"/> holds all keys of the first item, then of the second.</summary>
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
                var comparison = Compare(values[(left * keys.Length) + key], values[(right * keys.Length) + key], keys[key].Descending);
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

            // A NaN is not less than anything, so it counts as greater, as in the reference.
            var comparison = left.IsNumber
                ? left.Number == right.Number ? 0 : left.Number < right.Number ? -1 : 1
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
