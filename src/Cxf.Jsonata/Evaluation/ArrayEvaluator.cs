using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>An array constructor. Results that are arrays are joined, except those of array constructors inside.</summary>
internal sealed class ArrayEvaluator(Evaluator[] items, bool[] areArrays, bool isConstructed) : Evaluator
{
    private readonly ArrayTraits _traits = isConstructed ? ArrayTraits.Constructed : ArrayTraits.None;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (items is [RangeEvaluator single])
        {
            return Range(single.Evaluate(input, frame, run));
        }

        var buffer = run.Rent();
        for (var index = 0; index < items.Length; index++)
        {
            var value = items[index].Evaluate(input, frame, run);
            if (value.IsUndefined)
            {
                continue;
            }

            if (areArrays[index])
            {
                buffer.Add(value);
            }
            else
            {
                buffer.AddFlattened(value);
            }
        }

        var result = new JsonataValue(buffer.ToArray(_traits));
        run.Return(buffer);
        return result;
    }

    /// <summary>A range alone stays a range: its integers are not made before somebody asks for them.</summary>
    private JsonataValue Range(in JsonataValue range)
    {
        if (range.Reference is RangeArray integers)
        {
            integers.Traits = _traits;
            return range;
        }

        return new JsonataValue(new ItemArray([], _traits));
    }
}
