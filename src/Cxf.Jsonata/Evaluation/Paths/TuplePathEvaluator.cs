using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>
/// A path with <c>@</c>, <c>#</c> or a step that a <c>%</c> refers to: every result has the bindings of the steps before it.
/// </summary>
internal sealed class TuplePathEvaluator(
    PathStep[] lead,
    TupleStep[] steps,
    Scope scope,
    PathShape shape,
    TupleGrouping? grouping
) : Evaluator
{
    private readonly PathEvaluator? _lead =
        lead.Length == 0
            ? null
            : new PathEvaluator(
                lead,
                new PathShape
                {
                    StartsWithVariable = shape.StartsWithVariable,
                    StartsWithConstructor = shape.StartsWithConstructor,
                }
            );

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var tuples = Start(input, frame, run);
        var areBare = false;
        if (tuples is not null)
        {
            for (var index = 0; index < steps.Length; index++)
            {
                var step = steps[index];
                if (step.Expression is SortStepEvaluator sort)
                {
                    tuples = SortTuples(sort, step, index == 0, areBare ? Bare(tuples, frame) : tuples, frame, run);
                    areBare |= index > 0 && tuples.Count > 1;
                }
                else
                {
                    tuples = RunStep(step, tuples, run);
                    areBare = false;
                }

                tuples = RunStages(step.Stages, tuples, run);
            }
        }

        return Finish(tuples ?? [], areBare, frame, run);
    }

    /// <summary>
    /// The tuples as the reference sees them after it has ordered them: it forgets that they are tuples, so that the next
    /// order-by or grouping sees objects with the value as <c>@</c> and the variables as fields.
    /// </summary>
    private List<TupleFrame> Bare(List<TupleFrame> tuples, Frame frame) =>
        [.. tuples.Select(tuple => new BareTuple(tuple, Frame.Unbound(frame, scope.Count).Slots, frame, scope))];

    private JsonataValue Finish(List<TupleFrame> tuples, bool areBare, Frame frame, Run run)
    {
        if (grouping is not null)
        {
            return areBare
                ? grouping.EvaluateBare([.. Bare(tuples, frame).Select(tuple => tuple.Item)], frame, run)
                : grouping.Evaluate(tuples, frame, run);
        }

        if (shape.ExportsTuples)
        {
            return new JsonataValue(new TupleStream(scope, tuples));
        }

        var result = new JsonataValue(new ItemArray([.. tuples.Select(tuple => tuple.Item)], ArrayTraits.Sequence));
        return Sequences.Reduce(shape.KeepSingleton ? PathEvaluator.KeepSingleton(result) : result, shape.KeepArray);
    }

    private List<TupleFrame>? Start(in JsonataValue input, Frame frame, Run run)
    {
        var items = run.Rent();
        if (_lead is not null)
        {
            _lead.EvaluateInto(input, items, frame, run);
        }
        else if (shape.StartsWithVariable)
        {
            items.Add(input);
        }
        else
        {
            items.AddFlattened(input);
        }

        List<TupleFrame>? tuples = null;
        if (items.Count > 0 || _lead is null)
        {
            tuples = new List<TupleFrame>(items.Count);
            foreach (ref readonly var item in items.Items)
            {
                tuples.Add(TupleFrame.First(frame, scope.Count, item));
            }
        }

        run.Return(items);
        return tuples;
    }

    private List<TupleFrame> RunStep(TupleStep step, List<TupleFrame> tuples, Run run)
    {
        var results = new List<TupleFrame>();
        foreach (var tuple in tuples)
        {
            run.Tick();
            var value = step.Expression.Evaluate(tuple.Item, tuple, run);
            if (value.Reference is TupleStream stream)
            {
                AddStream(stream, tuple, results);
            }
            else if (!value.IsUndefined)
            {
                AddValues(step, value, tuple, results, run);
            }

            if (results.Count > run.Limits.SequenceLength)
            {
                throw Limits.LimitErrors.TooMuchMemory();
            }
        }

        return results;
    }

    private void AddStream(TupleStream stream, TupleFrame tuple, List<TupleFrame> results)
    {
        foreach (var inner in stream.Tuples)
        {
            var result = tuple.With(inner.Item);
            stream.CopyBindings(inner, result, scope);
            results.Add(result);
        }
    }

    private static void AddValues(TupleStep step, in JsonataValue value, TupleFrame tuple, List<TupleFrame> results, Run run)
    {
        var cursor = new ArrayCursor(value);
        for (var index = 0; cursor.MoveNext(); index++)
        {
            run.Tick();
            var result = tuple.With(step.FocusSlot == TupleStep.NoSlot ? cursor.Current : tuple.Item);
            if (step.FocusSlot != TupleStep.NoSlot)
            {
                result.Slots[step.FocusSlot] = cursor.Current;
            }

            if (step.IndexSlot != TupleStep.NoSlot)
            {
                result.Slots[step.IndexSlot] = JsonataValue.From(index);
            }

            if (step.AncestorSlot != TupleStep.NoSlot)
            {
                result.Slots[step.AncestorSlot] = tuple.Item;
            }

            results.Add(result);
        }
    }

    private List<TupleFrame> SortTuples(
        SortStepEvaluator sort,
        TupleStep step,
        bool isFirst,
        List<TupleFrame> tuples,
        Frame frame,
        Run run
    )
    {
        List<TupleFrame> sorted = [.. sort.Order(tuples, run).Select(tuple => tuple is BareTuple bare ? bare.Origin : tuple)];
        if (!isFirst || step.IndexSlot == TupleStep.NoSlot)
        {
            return sorted;
        }

        for (var index = 0; index < sorted.Count; index++)
        {
            sorted[index] = TupleFrame.First(frame, scope.Count, sorted[index].Item);
            sorted[index].Slots[step.IndexSlot] = JsonataValue.From(index);
        }

        return sorted;
    }

    private static List<TupleFrame> RunStages(TupleStage[] stages, List<TupleFrame> tuples, Run run)
    {
        foreach (var stage in stages)
        {
            if (stage.Predicate is { } predicate)
            {
                tuples = TupleStream.Filter(predicate, tuples, run);
                continue;
            }

            for (var index = 0; index < tuples.Count; index++)
            {
                tuples[index].Slots[stage.IndexSlot] = JsonataValue.From(index);
            }
        }

        return tuples;
    }
}
