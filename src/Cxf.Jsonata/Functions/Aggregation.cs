using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>One number from many.</summary>
internal static class Aggregation
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("sum", "<a<n>:n>", 1, Sum),
            new("count", "<a:n>", 1, Count),
            new("max", "<a<n>:n>", 1, Max),
            new("min", "<a<n>:n>", 1, Min),
            new("average", "<a<n>:n>", 1, Average),
        ];

    private static JsonataValue Sum(JsonataValue[] arguments, Run run) =>
        arguments[0].IsUndefined ? default : JsonataValue.From(Total(arguments[0], run));

    private static JsonataValue Count(JsonataValue[] arguments, Run run) =>
        JsonataValue.From(arguments[0].IsUndefined ? 0 : arguments[0].Count);

    private static JsonataValue Average(JsonataValue[] arguments, Run run) =>
        arguments[0].Count == 0 ? default : JsonataValue.From(Total(arguments[0], run) / arguments[0].Count);

    private static JsonataValue Max(JsonataValue[] arguments, Run run) =>
        Extreme(arguments[0], double.NegativeInfinity, Math.Max, run);

    private static JsonataValue Min(JsonataValue[] arguments, Run run) =>
        Extreme(arguments[0], double.PositiveInfinity, Math.Min, run);

    private static double Total(in JsonataValue numbers, Run run)
    {
        var total = 0.0;
        var items = new ArrayCursor(numbers);
        while (items.MoveNext())
        {
            run.Tick();
            total += items.Current.Number;
        }

        run.HasUnusualNumber |= !double.IsFinite(total);
        return total;
    }

    private static JsonataValue Extreme(in JsonataValue numbers, double start, Func<double, double, double> choose, Run run)
    {
        if (numbers.Count == 0)
        {
            return default;
        }

        var extreme = start;
        var items = new ArrayCursor(numbers);
        while (items.MoveNext())
        {
            run.Tick();
            extreme = choose(extreme, items.Current.Number);
        }

        return JsonataValue.From(extreme);
    }
}
