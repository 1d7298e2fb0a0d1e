using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary><c>first..last</c> in an array constructor.</summary>
internal sealed class RangeEvaluator(Evaluator first, Evaluator last, int position) : Evaluator
{
    /// <summary>The reference allows no longer range.</summary>
    private const double LongestRange = 1e7;

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
        if (count > Math.Min(LongestRange, run.Limits.SequenceLength))
        {
            throw At(Errors.Evaluation("D2014", JsonataValue.From(count)));
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
