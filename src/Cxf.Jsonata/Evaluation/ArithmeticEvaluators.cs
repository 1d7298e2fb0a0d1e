using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Evaluation;

/// <summary>Addition, subtraction, multiplication, division and remainder.</summary>
internal sealed class NumericEvaluator(BinaryOperator @operator, Evaluator left, Evaluator right, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        if (
            !leftValue.IsNumber
            || !rightValue.IsNumber
            || !double.IsFinite(leftValue.Number)
            || !double.IsFinite(rightValue.Number)
        )
        {
            return Unusual(leftValue, rightValue);
        }

        var result = @operator switch
        {
            BinaryOperator.Add => leftValue.Number + rightValue.Number,
            BinaryOperator.Subtract => leftValue.Number - rightValue.Number,
            BinaryOperator.Multiply => leftValue.Number * rightValue.Number,
            BinaryOperator.Divide => leftValue.Number / rightValue.Number,
            _ => leftValue.Number % rightValue.Number,
        };
        if (!double.IsFinite(result))
        {
            run.HasUnusualNumber = true;
        }

        return JsonataValue.From(result);
    }

    /// <summary>A missing operand makes the result undefined; any other value that is not a number is an error.</summary>
    private JsonataValue Unusual(in JsonataValue leftValue, in JsonataValue rightValue)
    {
        try
        {
            if (!leftValue.IsUndefined && !Numbers.IsNumeric(leftValue))
            {
                throw Errors.Evaluation("T2001", leftValue);
            }

            if (!rightValue.IsUndefined && !Numbers.IsNumeric(rightValue))
            {
                throw Errors.Evaluation("T2002", rightValue);
            }

            return default;
        }
        catch (JsonataException error) when (Errors.Pass(error, position, BinarySymbols.Of(@operator)))
        {
            throw;
        }
    }
}

/// <summary>A minus before an expression.</summary>
internal sealed class NegateEvaluator(Evaluator operand, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var value = operand.Evaluate(input, frame, run);
        if (value.IsUndefined)
        {
            return default;
        }

        if (Numbers.IsNumeric(value))
        {
            return JsonataValue.From(-value.Number);
        }

        var error = Errors.Evaluation("D1002", value, token: "-");
        Errors.Locate(error, position, "-");
        throw error;
    }
}

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

/// <summary>Which values are numbers.</summary>
internal static class Numbers
{
    /// <summary>True for a number; NaN is not one, and infinity is an error.</summary>
    public static bool IsNumeric(in JsonataValue value)
    {
        if (!value.IsNumber || double.IsNaN(value.Number))
        {
            return false;
        }

        return !double.IsInfinity(value.Number) ? true : throw Errors.Evaluation("D1001", value);
    }
}
