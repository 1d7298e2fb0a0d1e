using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Functions on arrays that call no other function.</summary>
internal static class Arrays
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("append", "<xx:a>", 2, (arguments, run) => Sequences.Append(arguments[0], arguments[1], run)),
            new("reverse", "<a:a>", 1, Reverse),
            new("shuffle", "<a:a>", 1, Shuffle),
            new("distinct", "<x:x>", 1, Distinct),
            new("zip", "<a+>", 0, Zip),
        ];

    /// <summary>The items of an array as an array of their own.</summary>
    public static JsonataValue[] Items(in JsonataValue array, Run run)
    {
        var buffer = run.Rent();
        buffer.AddFlattened(array);
        var items = buffer.Items.ToArray();
        run.Return(buffer);
        return items;
    }

    private static JsonataValue Reverse(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].Count <= 1)
        {
            return arguments[0];
        }

        var items = Items(arguments[0], run);
        Array.Reverse(items);
        return new JsonataValue(new ItemArray(items));
    }

    private static JsonataValue Shuffle(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].Count <= 1)
        {
            return arguments[0];
        }

        var items = Items(arguments[0], run);
        run.Random.Shuffle(items);
        return new JsonataValue(new ItemArray(items));
    }

    private static JsonataValue Distinct(JsonataValue[] arguments, Run run)
    {
        var array = arguments[0];
        if (!array.IsArray || array.Count <= 1)
        {
            return array;
        }

        var seen = new HashSet<JsonataValue>();
        var results = run.Rent();
        var items = new ArrayCursor(array);
        while (items.MoveNext())
        {
            run.Tick();
            if (seen.Add(items.Current))
            {
                results.Add(items.Current);
            }
        }

        var result = new JsonataValue(results.ToArray(Sequences.IsSequence(array) ? ArrayTraits.Sequence : ArrayTraits.None));
        run.Return(results);
        return result;
    }

    private static JsonataValue Zip(JsonataValue[] arguments, Run run)
    {
        var columns = Array.ConvertAll(arguments, argument => argument.IsArray ? Items(argument, run) : []);
        var rows = new JsonataValue[columns.Min(column => column.Length)];
        for (var row = 0; row < rows.Length; row++)
        {
            run.Tick();
            rows[row] = new JsonataValue(new ItemArray(Array.ConvertAll(columns, column => column[row])));
        }

        return new JsonataValue(new ItemArray(rows));
    }
}
