using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>
/// A path of names only, as most paths are, or of a variable and names. It reads a document directly, without a list of results
/// after each step; for anything unusual the general path takes over.
/// </summary>
internal sealed class NamesPathEvaluator(Evaluator? head, FieldName[] names, PathEvaluator general) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = head is null ? input : head.Evaluate(input, frame, run);
        var next = 0;
        while (value.Reference is ObjectValue made)
        {
            if (!made.TryGet(names[next].Text, out value) || ++next == names.Length)
            {
                return value;
            }
        }

        if (ReferenceEquals(value.Reference, ValueTag.ElementObject))
        {
            return Descend(value.Element, next, run);
        }

        return value.IsArray ? general.Evaluate(input, frame, run) : default;
    }

    private JsonataValue Descend(JsonElement element, int next, Run run)
    {
        for (; next < names.Length; next++)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                var collector = new StepCollector(run, isLast: true);
                Spread(element, next, ref collector, run);
                return collector.ToResult();
            }

            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(names[next].Utf8, out element))
            {
                return default;
            }
        }

        return JsonataValue.From(element);
    }

    private void Spread(JsonElement array, int next, ref StepCollector collector, Run run)
    {
        foreach (var item in array.EnumerateArray())
        {
            run.Tick();
            Collect(item, next, isItem: true, ref collector, run);
        }
    }

    private void Collect(JsonElement element, int next, bool isItem, ref StepCollector collector, Run run)
    {
        while (element.ValueKind == JsonValueKind.Object)
        {
            if (!element.TryGetProperty(names[next].Utf8, out element))
            {
                return;
            }

            if (++next == names.Length)
            {
                collector.Add(JsonataValue.From(element));
                return;
            }

            isItem = false;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        if (isItem)
        {
            CollectNested(element, next, ref collector, run);
        }
        else
        {
            Spread(element, next, ref collector, run);
        }
    }

    /// <summary>An array that is itself an item: the step's results for it are one sequence.</summary>
    private void CollectNested(JsonElement array, int next, ref StepCollector collector, Run run)
    {
        if (next == names.Length - 1)
        {
            collector.Add(names[next].Lookup(JsonataValue.From(array), run));
            return;
        }

        var results = run.Rent();
        names[next].Collect(JsonataValue.From(array), results, run);
        foreach (ref readonly var result in results.Items)
        {
            if (
                ReferenceEquals(result.Reference, ValueTag.ElementObject)
                || ReferenceEquals(result.Reference, ValueTag.ElementArray)
            )
            {
                Collect(result.Element, next + 1, isItem: true, ref collector, run);
            }
        }

        run.Return(results);
    }
}
