using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

internal static class Sorting
{
    public static JsonataValue Sort(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].Count <= 1)
        {
            return arguments[0];
        }

        var items = Arrays.Items(arguments[0], run);
        if (!arguments[1].IsUndefined)
        {
            MergeSort.Sort(items, new ByFunction(arguments[1], run));
        }
        else if (Array.TrueForAll(items, item => Numbers.IsNumeric(item)))
        {
            MergeSort.Sort(items, default(ByNumber));
        }
        else if (Array.TrueForAll(items, item => item.IsString))
        {
            items = SortTexts(items);
        }
        else
        {
            throw Errors.Evaluation("D3070");
        }

        return new JsonataValue(new ItemArray(items));
    }

    private static JsonataValue[] SortTexts(JsonataValue[] items)
    {
        var texts = Array.ConvertAll(items, item => item.AsString());
        MergeSort.Sort(texts, default(ByText));
        return Array.ConvertAll(texts, text => JsonataValue.From(text));
    }

    private readonly struct ByNumber : IPrecedence<JsonataValue>
    {
        public bool IsAfter(in JsonataValue left, in JsonataValue right) => left.Number > right.Number;
    }

    private readonly struct ByText : IPrecedence<string>
    {
        public bool IsAfter(in string left, in string right) => string.CompareOrdinal(left, right) > 0;
    }

    private readonly struct ByFunction(JsonataValue function, Run run) : IPrecedence<JsonataValue>
    {
        public bool IsAfter(in JsonataValue left, in JsonataValue right)
        {
            run.Tick();
            // JavaScript's truth applies here, not JSONata's: an empty array or object is true.
            var verdict = Invocation.Call(function, [left, right], JsonataValue.Null, run);
            return verdict.Kind is JsonataKind.Array or JsonataKind.Object or JsonataKind.Function || Sequences.IsTrue(verdict);
        }
    }
}
