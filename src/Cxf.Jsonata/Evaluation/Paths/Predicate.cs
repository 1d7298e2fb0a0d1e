using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>
/// One <c>[…]</c>. A number selects by index, counted from the end if it is negative; several numbers select several items; any
/// other value selects the items for which it is true.
/// </summary>
internal sealed class Predicate(Evaluator expression)
{
    private readonly double? _index = expression is LiteralEvaluator { Value.IsNumber: true } literal
        ? Math.Floor(literal.Value.Number)
        : null;

    public Evaluator Expression { get; } = expression;

    /// <summary>The selected item, if the predicate is a literal number.</summary>
    public bool TrySelect(in JsonataValue items, out JsonataValue item)
    {
        item = default;
        if (_index is not { } index)
        {
            return false;
        }

        var count = items.IsArray ? items.Count : 1;
        index += index < 0 ? count : 0;
        if (index >= 0 && index < count)
        {
            item = ItemAt(items, (int)index);
        }

        return true;
    }

    /// <summary>Adds the selected items.</summary>
    public void Apply(in JsonataValue items, ValueBuffer results, Frame frame, Run run)
    {
        var count = items.IsArray ? items.Count : 1;
        var cursor = new ArrayCursor(items);
        for (var index = 0; cursor.MoveNext(); index++)
        {
            run.Tick();
            var verdict = Expression.Evaluate(cursor.Current, frame, run);
            Select(verdict, index, count, cursor.Current, results);
        }
    }

    /// <summary>Adds the item as often as the predicate's result selects it.</summary>
    public static void Select(in JsonataValue verdict, int index, int count, in JsonataValue item, ValueBuffer results)
    {
        if (verdict.IsBoolean)
        {
            if (ReferenceEquals(verdict.Reference, ValueTag.True))
            {
                results.Add(item);
            }
        }
        else if (SelectedTimes(verdict, index, count) is var times && times > 0)
        {
            for (; times > 0; times--)
            {
                results.Add(item);
            }
        }
    }

    /// <summary>How often a result that is not a boolean selects the item at an index.</summary>
    public static int SelectedTimes(in JsonataValue verdict, int index, int count)
    {
        if (Numbers.IsNumeric(verdict))
        {
            return IsIndex(verdict.Number, index, count) ? 1 : 0;
        }

        if (!IsArrayOfNumbers(verdict))
        {
            return Sequences.IsTrue(verdict) ? 1 : 0;
        }

        var times = 0;
        var numbers = new ArrayCursor(verdict);
        while (numbers.MoveNext())
        {
            times += IsIndex(numbers.Current.Number, index, count) ? 1 : 0;
        }

        return times;
    }

    private static bool IsIndex(double number, int index, int count)
    {
        var floor = Math.Floor(number);
        return (floor < 0 ? floor + count : floor) == index;
    }

    private static bool IsArrayOfNumbers(in JsonataValue value)
    {
        if (!value.IsArray)
        {
            return false;
        }

        var items = new ArrayCursor(value);
        while (items.MoveNext())
        {
            if (!Numbers.IsNumeric(items.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static JsonataValue ItemAt(in JsonataValue items, int index) =>
        items.Reference switch
        {
            ArrayValue array => array[index],
            ValueTag tag when tag == ValueTag.ElementArray => JsonataValue.From(items.Element[index]),
            _ => items,
        };
}

/// <summary>Several predicates, applied to one value in order.</summary>
internal static class PredicateList
{
    /// <summary>The sequence that all predicates select, not reduced; an array that an index selects stays that array.</summary>
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

/// <summary>Predicates, a grouping or <c>[]</c> after an expression that is not a path.</summary>
internal sealed class ClausedEvaluator(Evaluator inner, Predicate[] predicates, GroupEvaluator? group, bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = PredicateList.Apply(predicates, TupleStream.Values(inner.EvaluateRaw(input, frame, run)), frame, run);
        if (group is not null)
        {
            value = group.Evaluate(value, frame, run);
        }

        return Sequences.Reduce(value, keepArray);
    }
}
