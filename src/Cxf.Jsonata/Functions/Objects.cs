using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

internal static class Objects
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("keys", "<x-:a<s>>", 1, Keys),
            new("lookup", "<x-s:x>", 2, Lookup),
            new("spread", "<x-:a<o>>", 1, (arguments, run) => Spread(arguments[0], run)),
            new("merge", "<a:o>", 1, Merging.Merge),
            new("type", "<x:s>", 1, TypeName),
            new("clone", "<(oa)-:o>", 1, (arguments, run) => Copy(arguments[0], run)),
        ];

    private static JsonataValue Keys(JsonataValue[] arguments, Run run)
    {
        var keys = new ObjectValue();
        CollectKeys(arguments[0], keys, run);
        var result = run.Rent();
        var names = new PropertyList(new JsonataValue(keys));
        for (var index = 0; index < names.Count; index++)
        {
            result.Add(JsonataValue.From(names.NameAt(index)));
        }

        var sequence = result.ToSequence();
        run.Return(result);
        return sequence;
    }

    private static void CollectKeys(in JsonataValue value, ObjectValue keys, Run run)
    {
        run.Tick();
        if (value.IsArray)
        {
            StackGuard.Check();
            var items = new ArrayCursor(value);
            while (items.MoveNext())
            {
                CollectKeys(items.Current, keys, run);
            }
        }
        else if (value.IsObject)
        {
            var properties = new PropertyList(value);
            for (var index = 0; index < properties.Count; index++)
            {
                keys.Set(properties.NameAt(index), JsonataValue.True);
            }
        }
    }

    private static JsonataValue Lookup(JsonataValue[] arguments, Run run)
    {
        if (!arguments[1].TryGetString(out var name))
        {
            return default;
        }

        var field = new FieldName(name);
        if (!arguments[0].IsArray)
        {
            return field.Of(arguments[0]);
        }

        var results = run.Rent();
        field.Collect(arguments[0], results, run);
        var sequence = results.ToSequence();
        run.Return(results);
        return sequence;
    }

    private static JsonataValue Spread(in JsonataValue value, Run run)
    {
        run.Tick();
        if (value.IsArray)
        {
            return SpreadAll(value, run);
        }

        if (!value.IsObject)
        {
            return value;
        }

        var results = run.Rent();
        var properties = new PropertyList(value);
        for (var index = 0; index < properties.Count; index++)
        {
            results.Add(new JsonataValue(new ObjectValue([properties.NameAt(index)], [properties.ValueAt(index)])));
        }

        var sequence = results.ToSequence();
        run.Return(results);
        return sequence;
    }

    private static JsonataValue SpreadAll(in JsonataValue array, Run run)
    {
        StackGuard.Check();
        var results = run.Rent();
        var items = new ArrayCursor(array);
        var appended = false;
        while (items.MoveNext())
        {
            var part = Spread(items.Current, run);
            if (!part.IsUndefined)
            {
                appended = true;
                results.AddFlattened(part);
            }
        }

        var result = new JsonataValue(results.ToArray(appended ? ArrayTraits.None : ArrayTraits.Sequence));
        run.Return(results);
        return result;
    }

    private static JsonataValue TypeName(JsonataValue[] arguments, Run run) =>
        arguments[0].Kind switch
        {
            JsonataKind.Undefined => default,
            var kind => JsonataValue.From(kind.ToString().ToLowerInvariant()),
        };

    /// <summary>A deep copy that a transform may change; functions become empty strings.</summary>
    private static JsonataValue Copy(in JsonataValue value, Run run)
    {
        run.Tick();
        switch (value.Kind)
        {
            case JsonataKind.Array:
                return CopyArray(ContextEvaluator.Unwrap(value), run);
            case JsonataKind.Object:
                return CopyObject(value, run);
            case JsonataKind.Number:
                return JsonataValue.From(NumberText.ToFifteenDigits(value.Number));
            case JsonataKind.Function:
                return JsonataValue.From("");
            default:
                return value;
        }
    }

    private static JsonataValue CopyArray(in JsonataValue array, Run run)
    {
        StackGuard.Check();
        var items = new JsonataValue[array.Count];
        var cursor = new ArrayCursor(array);
        for (var index = 0; cursor.MoveNext(); index++)
        {
            items[index] = Copy(cursor.Current, run);
        }

        return new JsonataValue(new ItemArray(items));
    }

    private static JsonataValue CopyObject(in JsonataValue value, Run run)
    {
        StackGuard.Check();
        var properties = new PropertyList(value);
        var copy = new ObjectValue(properties.Count);
        for (var index = 0; index < properties.Count; index++)
        {
            copy.Append(properties.NameAt(index), Copy(properties.ValueAt(index), run));
        }

        return new JsonataValue(copy);
    }
}
