using System.Text;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A field's name in both encodings, so that looking it up in a document converts nothing.</summary>
internal sealed class FieldName(string text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public string Text { get; } = text;

    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The field of an object; undefined where there is none and for other values.</summary>
    public JsonataValue Of(in JsonataValue value)
    {
        if (ReferenceEquals(value.Reference, ValueTag.ElementObject))
        {
            return value.Element.TryGetProperty(_utf8, out JsonElement element) ? JsonataValue.From(element) : default;
        }

        if (value.Reference is ObjectValue made)
        {
            made.TryGet(Text, out var found);
            return found;
        }

        return default;
    }

    /// <summary>The field of an object, or of every object in an array at any depth, as a sequence.</summary>
    public void Collect(in JsonataValue value, ValueBuffer results, Run run)
    {
        if (!value.IsArray)
        {
            var found = Of(value);
            if (!found.IsUndefined)
            {
                results.AddFlattened(found);
            }

            return;
        }

        Limits.StackGuard.Check();
        var items = new ArrayCursor(value);
        while (items.MoveNext())
        {
            run.Tick();
            Collect(items.Current, results, run);
        }
    }

    /// <summary>The name as a step for every item of an array.</summary>
    public void CollectStep(in JsonataValue items, ref StepCollector collector, Run run)
    {
        var cursor = new ArrayCursor(items);
        while (cursor.MoveNext())
        {
            run.Tick();
            ref readonly var item = ref cursor.Current;
            collector.Add(item.IsArray ? Lookup(item, run) : Of(item));
        }
    }

    /// <summary>What the name gives as a step for one item: <c>$lookup</c>, reduced.</summary>
    public JsonataValue Lookup(in JsonataValue item, Run run)
    {
        if (!item.IsArray)
        {
            return Of(item);
        }

        var results = run.Rent();
        Collect(item, results, run);
        var result = results.ToResult();
        run.Return(results);
        return result;
    }
}
