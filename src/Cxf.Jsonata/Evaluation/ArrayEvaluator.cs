using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>An array constructor. Results that are arrays are joined, except those of inner array constructors.</summary>
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

    /// <summary>A single range stays a range: its integers are created only when they are read.</summary>
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

/// <summary><c>first..last</c> in an array constructor.</summary>
internal sealed class RangeEvaluator(Evaluator first, Evaluator last, int position) : Evaluator
{
    /// <summary>The limit of the reference.</summary>
    private const double MaxRange = 1e7;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var firstValue = first.Evaluate(input, frame, run);
        var lastValue = last.Evaluate(input, frame, run);
        Check("T2003", firstValue);
        Check("T2004", lastValue);
        if (firstValue.IsUndefined || lastValue.IsUndefined || firstValue.Number > lastValue.Number)
        {
            return default;
        }

        var count = lastValue.Number - firstValue.Number + 1;
        if (count > MaxRange)
        {
            throw At(Errors.Evaluation("D2014", JsonataValue.From(count)));
        }

        if (count > run.Limits.SequenceLength)
        {
            throw LimitErrors.TooMuchMemory();
        }

        return new JsonataValue(new RangeArray(firstValue.Number, (int)count, ArrayTraits.Sequence));
    }

    private void Check(string code, in JsonataValue value)
    {
        if (!value.IsUndefined && !(value.IsNumber && double.IsInteger(value.Number)))
        {
            throw At(Errors.Evaluation(code, value));
        }
    }

    private JsonataException At(JsonataException error)
    {
        Errors.Locate(error, position, "..");
        return error;
    }
}
