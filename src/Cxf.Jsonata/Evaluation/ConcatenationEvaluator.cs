using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Functions;

namespace Cxf.Jsonata.Evaluation;

/// <summary><c>&amp;</c>: both sides as strings; a missing one is empty.</summary>
internal sealed class ConcatenationEvaluator(Evaluator left, Evaluator right, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        try
        {
            var leftText = leftValue.IsUndefined ? "" : StringConversion.Of(leftValue, run);
            var rightText = rightValue.IsUndefined ? "" : StringConversion.Of(rightValue, run);
            run.CheckStringLength((long)leftText.Length + rightText.Length);
            return JsonataValue.From(string.Concat(leftText, rightText));
        }
        catch (JsonataException error) when (Errors.Pass(error, position, "&"))
        {
            throw;
        }
    }
}
