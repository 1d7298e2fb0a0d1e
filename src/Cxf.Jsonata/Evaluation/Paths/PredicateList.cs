using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>Predicates one behind the other, applied to one value.</summary>
internal static class PredicateList
{
    /// <summary>The sequence of what all predicates select, not reduced; an array that an index selects is that array.</summary>
    public static JsonataValue Apply(Predicate[] predicates, JsonataValue value, Frame frame, Run run)
    {
        foreach (var predicate in predicates)
        {
            if (predicate.TrySelect(value, out var item))
            {
                value = item.IsArray ? item : Single(item);
                continue;
            }

            var results = run.Rent();
            predicate.Apply(value, results, frame, run);
            value = results.ToSequence();
            run.Return(results);
        }

        return value;
    }

    /// <summary>The same for a step of a path, whose results go to the step's collector.</summary>
    public static void ApplyStep(Predicate[] predicates, JsonataValue value, ref StepCollector collector, Frame frame, Run run)
    {
        if (predicates.Length > 1)
        {
            value = Apply(predicates[..^1], value, frame, run);
        }

        var last = predicates[^1];
        if (last.TrySelect(value, out var item))
        {
            if (item.IsArray)
            {
                collector.Add(item);
                return;
            }

            collector.BeginSequence();
            if (!item.IsUndefined)
            {
                collector.AddItem(item);
            }

            return;
        }

        collector.BeginSequence();
        last.Apply(value, collector.Results, frame, run);
    }

    private static JsonataValue Single(in JsonataValue item) =>
        new(new ItemArray(item.IsUndefined ? [] : [item], ArrayTraits.Sequence));
}
