using System.Globalization;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The properties of a path as a whole.</summary>
internal sealed record PathShape
{
    /// <summary>The first step is a variable: an input that is an array is one item.</summary>
    public bool StartsWithVariable { get; init; }

    /// <summary>The first step is an array constructor: it is evaluated once for the whole input.</summary>
    public bool StartsWithConstructor { get; init; }

    /// <summary>A step is followed by <c>[]</c>.</summary>
    public bool KeepSingleton { get; init; }

    /// <summary>The path itself is followed by <c>[]</c>.</summary>
    public bool KeepArray { get; init; }

    /// <summary>The grouping at the end.</summary>
    public GroupEvaluator? Group { get; init; }

    /// <summary>The path passes its bindings to the path around it.</summary>
    public bool ExportsTuples { get; init; }
}

/// <summary>One step of a path that binds nothing.</summary>
/// <param name="Expression">The expression for each item.</param>
/// <param name="Predicates">The predicates on its result.</param>
internal sealed record PathStep(Evaluator Expression, Predicate[] Predicates)
{
    /// <summary>The name, if the step is a name; then no call of the evaluator is needed.</summary>
    public FieldName? Field { get; } = (Expression as FieldStepEvaluator)?.Name;
}

/// <summary>A path whose steps bind nothing. Each step runs for all results of the previous one.</summary>
internal sealed class PathEvaluator : Evaluator
{
    private readonly PathStep[] _steps;
    private readonly PathShape _shape;

    public PathEvaluator(PathStep[] steps, PathShape shape)
    {
        _steps = steps;
        _shape = shape;
    }

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var result = EvaluateSteps(input, frame, run);
        if (_shape.KeepSingleton)
        {
            result = KeepSingleton(result);
        }

        if (_shape.Group is { } group)
        {
            result = group.Evaluate(result, frame, run);
        }

        return Sequences.Reduce(result, _shape.KeepArray);
    }

    /// <summary>The path's result, marked to stay an array.</summary>
    public static JsonataValue KeepSingleton(in JsonataValue result)
    {
        if (result.Reference is not ArrayValue array)
        {
            return result;
        }

        if (array.Is(ArrayTraits.Constructed) && !array.Is(ArrayTraits.Sequence))
        {
            array = new ItemArray([result], ArrayTraits.Sequence);
        }

        array.Traits |= ArrayTraits.KeepSingleton;
        return new JsonataValue(array);
    }

    /// <summary>Adds the path's results, flattened as for a step that follows.</summary>
    public void EvaluateInto(in JsonataValue input, ValueBuffer results, Frame frame, Run run)
    {
        var (items, value) = RunSteps(input, _steps.Length, frame, run);
        if (items is null)
        {
            results.AddFlattened(value);
            return;
        }

        foreach (ref readonly var item in items.Items)
        {
            results.Add(item);
        }

        run.Return(items);
    }

    private JsonataValue EvaluateSteps(in JsonataValue input, Frame frame, Run run)
    {
        var last = _steps.Length - 1;
        var (items, value) = RunSteps(input, last, frame, run);
        if (items is null && _shape.StartsWithConstructor && (last == 0 || IsEmpty(value)))
        {
            return value;
        }

        var step = _steps[last];
        if (step.Expression is SortStepEvaluator sort)
        {
            return Sort(sort, step.Predicates, items, value, frame, run);
        }

        var collector = new StepCollector(run, isLast: true);
        RunStep(step, items, value, last == 0 && _shape.StartsWithVariable, ref collector, frame, run);
        return collector.ToRawResult();
    }

    /// <summary>Runs the first steps; their results are in the buffer, or in the value if no step has run.</summary>
    private (ValueBuffer? Items, JsonataValue Value) RunSteps(in JsonataValue input, int count, Frame frame, Run run)
    {
        ValueBuffer? items = null;
        var value = input;
        var index = 0;
        if (_shape.StartsWithConstructor)
        {
            value = _steps[0].Expression.Evaluate(Sequences.Wrap(input), frame, run);
            value = PredicateList.Apply(_steps[0].Predicates, value, frame, run);
            if (IsEmpty(value))
            {
                return (null, value);
            }

            index = 1;
            if (_steps.Length > 1 && !value.IsArray && _steps[1].Expression is not SortStepEvaluator)
            {
                items = Elements(value, run);
            }
        }

        for (; index < count; index++)
        {
            var step = _steps[index];
            if (step.Expression is SortStepEvaluator sort)
            {
                value = Sort(sort, step.Predicates, items, value, frame, run);
                items = run.Rent();
                items.AddFlattened(value);
                continue;
            }

            var collector = new StepCollector(run, isLast: false);
            RunStep(step, items, value, index == 0 && _shape.StartsWithVariable, ref collector, frame, run);
            items = collector.ToBuffer();
        }

        return (items, value);
    }

    /// <summary>
    /// An empty array or string at the start is the result: there is nothing for the next steps. The reference also takes an
    /// object for empty whose field <c>length</c> is 0.
    /// </summary>
    private static bool IsEmpty(in JsonataValue value) =>
        value.IsUndefined
        || (value.IsArray && value.Count == 0)
        || (value.IsString && value.AsString().Length == 0)
        || (value.TryGetProperty("length", out var length) && length.IsNumber && length.Number == 0);

    /// <summary>
    /// What the next steps see of a single value that predicates select from an array constructor. The reference takes it for an
    /// array: a string is its characters, an object what its field <c>length</c> says, and everything else is empty.
    /// </summary>
    private static ValueBuffer Elements(in JsonataValue value, Run run)
    {
        var items = run.Rent();
        if (value.IsString)
        {
            foreach (var unit in value.AsString())
            {
                run.Tick();
                items.Add(JsonataValue.From(unit.ToString()));
            }
        }
        else if (value.TryGetProperty("length", out var length) && length.IsNumber)
        {
            for (var index = 0; index < length.Number; index++)
            {
                run.Tick();
                items.Add(value.TryGetProperty(index.ToString(CultureInfo.InvariantCulture), out var item) ? item : default);
            }
        }

        return items;
    }

    private static JsonataValue Sort(
        SortStepEvaluator sort,
        Predicate[] predicates,
        ValueBuffer? items,
        in JsonataValue value,
        Frame frame,
        Run run
    )
    {
        if (items is null)
        {
            items = run.Rent();
            items.AddFlattened(value);
        }

        sort.Order(items, frame, run);
        var sorted = new JsonataValue(items.ToArray(items.Count > 1 ? ArrayTraits.None : ArrayTraits.Sequence));
        run.Return(items);
        return PredicateList.Apply(predicates, sorted, frame, run);
    }

    private static void RunStep(
        PathStep step,
        ValueBuffer? items,
        in JsonataValue value,
        bool asOne,
        ref StepCollector collector,
        Frame frame,
        Run run
    )
    {
        if (items is null)
        {
            RunOverInput(step, value, asOne, ref collector, frame, run);
            return;
        }

        RunOverBuffer(step, items, ref collector, frame, run);
        run.Return(items);
    }

    private static void RunOverInput(
        PathStep step,
        in JsonataValue input,
        bool asOne,
        ref StepCollector collector,
        Frame frame,
        Run run
    )
    {
        if (asOne || !input.IsArray)
        {
            RunStep(step, input, ref collector, frame, run);
            return;
        }

        var items = new ArrayCursor(input);
        while (items.MoveNext())
        {
            run.Tick();
            RunStep(step, items.Current, ref collector, frame, run);
        }
    }

    private static void RunOverBuffer(PathStep step, ValueBuffer items, ref StepCollector collector, Frame frame, Run run)
    {
        for (var index = 0; index < items.Count; index++)
        {
            run.Tick();
            RunStep(step, items[index], ref collector, frame, run);
        }
    }

    private static void RunStep(PathStep step, in JsonataValue item, ref StepCollector collector, Frame frame, Run run)
    {
        var value = step.Field is { } field ? field.Lookup(item, run) : step.Expression.Evaluate(item, frame, run);
        if (step.Predicates.Length == 0)
        {
            collector.Add(value);
        }
        else
        {
            PredicateList.ApplyStep(step.Predicates, value, ref collector, frame, run);
        }
    }
}
