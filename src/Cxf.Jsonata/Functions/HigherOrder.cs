using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Functions that call a function for each item or property.</summary>
internal static class HigherOrder
{
    private const int FoldArity = 2;

    public static IEnumerable<BuiltInFunction> All =>
        [
            new("map", "<af>", 2, Map),
            new("filter", "<af>", 2, Filter),
            new("single", "<af?>", 2, Single),
            new("reduce", "<afj?:j>", 3, Reduce),
            new("each", "<o-f:a>", 2, Each),
            new("sift", "<o-f?:o>", 2, Sift),
            new("sort", "<af?:a>", 2, Sorting.Sort),
        ];

    private static JsonataValue Map(JsonataValue[] arguments, Run run) => Collect(arguments, run, keepsItems: false);

    private static JsonataValue Filter(JsonataValue[] arguments, Run run) => Collect(arguments, run, keepsItems: true);

    /// <summary>Collects the results of a function, or the items for which it is true.</summary>
    private static JsonataValue Collect(JsonataValue[] arguments, Run run, bool keepsItems)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var caller = new ItemCaller(arguments[1], arguments[0], run);
        var results = run.Rent();
        var items = new ArrayCursor(arguments[0]);
        for (var index = 0; items.MoveNext(); index++)
        {
            var result = caller.Call(items.Current, JsonataValue.From(index));
            if (keepsItems ? Sequences.IsTrue(result) : !result.IsUndefined)
            {
                results.Add(keepsItems ? items.Current : result);
            }
        }

        return Return(results, run);
    }

    private static JsonataValue Single(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        ItemCaller? caller = arguments[1].IsUndefined ? null : new ItemCaller(arguments[1], arguments[0], run);
        JsonataValue? found = null;
        var items = new ArrayCursor(arguments[0]);
        for (var index = 0; items.MoveNext(); index++)
        {
            run.Tick();
            if (caller is { } test && !Sequences.IsTrue(test.Call(items.Current, JsonataValue.From(index))))
            {
                continue;
            }

            found = found is null ? items.Current : throw Errors.Evaluation("D3138");
        }

        return found ?? throw Errors.Evaluation("D3139");
    }

    private static JsonataValue Reduce(JsonataValue[] arguments, Run run)
    {
        var array = arguments[0];
        if (array.IsUndefined)
        {
            return default;
        }

        var function = (FunctionValue)arguments[1].Reference!;
        if (function.Arity < FoldArity)
        {
            throw Errors.Evaluation("D3050");
        }

        var result = arguments[2];
        var items = new ArrayCursor(array);
        var index = 0;
        if (result.IsUndefined && items.MoveNext())
        {
            result = items.Current;
            index = 1;
        }

        var call = new JsonataValue[Math.Min(function.Arity, FoldArity + 2)];
        for (; items.MoveNext(); index++)
        {
            call[0] = result;
            call[1] = items.Current;
            if (call.Length > FoldArity)
            {
                call[FoldArity] = JsonataValue.From(index);
            }

            if (call.Length > FoldArity + 1)
            {
                call[FoldArity + 1] = array;
            }

            result = Invocation.Call(arguments[1], call, JsonataValue.Null, run);
        }

        return result;
    }

    private static JsonataValue Each(JsonataValue[] arguments, Run run)
    {
        var results = run.Rent();
        if (arguments[0].IsObject)
        {
            var caller = new ItemCaller(arguments[1], arguments[0], run);
            var properties = new PropertyList(arguments[0]);
            for (var index = 0; index < properties.Count; index++)
            {
                var result = caller.Call(properties.ValueAt(index), JsonataValue.From(properties.NameAt(index)));
                if (!result.IsUndefined)
                {
                    results.Add(result);
                }
            }
        }

        return Return(results, run);
    }

    private static JsonataValue Sift(JsonataValue[] arguments, Run run)
    {
        var result = new ObjectValue();
        if (arguments[0].IsObject)
        {
            var caller = new ItemCaller(arguments[1], arguments[0], run);
            var properties = new PropertyList(arguments[0]);
            for (var index = 0; index < properties.Count; index++)
            {
                var value = properties.ValueAt(index);
                if (Sequences.IsTrue(caller.Call(value, JsonataValue.From(properties.NameAt(index)))))
                {
                    result.Append(properties.NameAt(index), value);
                }
            }
        }

        return result.Count == 0 ? default : new JsonataValue(result);
    }

    private static JsonataValue Return(ValueBuffer results, Run run)
    {
        var sequence = results.ToSequence();
        run.Return(results);
        return sequence;
    }
}
