using System.Text;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A field's name in both encodings, so that a lookup in a document needs no conversion.</summary>
internal sealed class FieldName(string text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public string Text { get; } = text;

    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The field of an object; undefined if it does not exist and for other values.</summary>
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

    /// <summary>The result of the name as a step for one item: <c>$lookup</c>, reduced.</summary>
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

/// <summary>A path of one name.</summary>
internal sealed class FieldEvaluator(FieldName name) : Evaluator
{
    public FieldName Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (!input.IsArray)
        {
            return Name.Of(input);
        }

        var collector = new StepCollector(run, isLast: true);
        Name.CollectStep(input, ref collector, run);
        return collector.ToResult();
    }
}

/// <summary>A name as a step of a longer path.</summary>
internal sealed class FieldStepEvaluator(FieldName name) : Evaluator
{
    public FieldName Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Name.Lookup(input, run);
}
