using System.Text.Json;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// <c>$merge</c>. Its signature is <c>&lt;a&lt;o&gt;:o&gt;</c>; the check that the items are objects is done here, while they are
/// read, to avoid a second pass.
/// </summary>
internal static class Merging
{
    public static JsonataValue Merge(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        return new JsonataValue(
            ReferenceEquals(arguments[0].Reference, ValueTag.ElementArray)
                ? MergeElements(arguments[0], run)
                : MergeInto(new ObjectValue(arguments[0].Count + 4), arguments[0], run)
        );
    }

    private static ObjectValue MergeElements(in JsonataValue array, Run run)
    {
        var merge = run.Merge;
        merge.Begin();
        foreach (var part in array.Element.EnumerateArray())
        {
            run.Tick();
            if (part.ValueKind != JsonValueKind.Object)
            {
                merge.Abandon();
                throw NotObjects(array);
            }

            if (!merge.TryAdd(part))
            {
                // Starts again: properties that are already merged keep their positions and get the same values.
                return MergeInto(merge.End(room: array.Count), array, run);
            }
        }

        return merge.End();
    }

    private static ObjectValue MergeInto(ObjectValue result, in JsonataValue array, Run run)
    {
        var items = new ArrayCursor(array);
        while (items.MoveNext())
        {
            run.Tick();
            if (items.Current.Reference is ObjectValue made)
            {
                for (var index = 0; index < made.Count; index++)
                {
                    result.Set(made.NameAt(index), made.ValueAt(index));
                }
            }
            else if (items.Current.IsObject)
            {
                MergeInto(result, items.Current.Element, run);
            }
            else
            {
                throw NotObjects(array);
            }
        }

        return result;
    }

    private static void MergeInto(ObjectValue result, JsonElement part, Run run)
    {
        foreach (var property in part.EnumerateObject())
        {
            var name = run.Strings.NameOf(property, out var hash);
            result.Set(name, hash, JsonataValue.From(property.Value));
        }
    }

    private static JsonataException NotObjects(in JsonataValue argument) =>
        Errors.Evaluation("T0412", argument, index: 1, type: "objects");
}
