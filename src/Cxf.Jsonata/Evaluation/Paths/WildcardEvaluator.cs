using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary><c>*</c>: the values of an object, arrays among them flattened wholly.</summary>
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
