using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary><c>*</c>: the values of an object, with arrays flattened completely.</summary>
internal sealed class WildcardEvaluator(bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        var value = ContextEvaluator.Unwrap(input);
        var results = run.Rent();
        var hasArray = false;
        if (value.IsObject)
        {
            var properties = new PropertyList(value);
            for (var index = 0; index < properties.Count; index++)
            {
                hasArray |= Flatten(properties.ValueAt(index), results, run);
            }
        }
        else if (value.IsArray)
        {
            var items = new ArrayCursor(value);
            while (items.MoveNext())
            {
                hasArray |= Flatten(items.Current, results, run);
            }
        }

        // In the reference appending an array to the results makes them a plain array.
        var traits = hasArray ? ArrayTraits.None : ArrayTraits.Sequence;
        var result = new JsonataValue(results.ToArray(traits));
        run.Return(results);
        return result;
    }

    private static bool Flatten(in JsonataValue value, ValueBuffer results, Run run)
    {
        run.Tick();
        if (!value.IsArray)
        {
            results.Add(value);
            return false;
        }

        Limits.StackGuard.Check();
        var items = new ArrayCursor(value);
        while (items.MoveNext())
        {
            Flatten(items.Current, results, run);
        }

        return true;
    }
}

/// <summary><c>**</c>: the context and every value in it at any depth, except the arrays themselves.</summary>
internal sealed class DescendantEvaluator(bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        if (input.IsUndefined)
        {
            return default;
        }

        var results = run.Rent();
        Collect(input, results, run);
        var result = results.Count == 1 ? results[0] : results.ToSequence();
        run.Return(results);
        return result;
    }

    private static void Collect(in JsonataValue value, ValueBuffer results, Run run)
    {
        run.Tick();
        Limits.StackGuard.Check();
        if (value.IsArray)
        {
            var items = new ArrayCursor(value);
            while (items.MoveNext())
            {
                Collect(items.Current, results, run);
            }

            return;
        }

        results.Add(value);
        if (value.IsObject)
        {
            var properties = new PropertyList(value);
            for (var index = 0; index < properties.Count; index++)
            {
                Collect(properties.ValueAt(index), results, run);
            }
        }
    }
}
