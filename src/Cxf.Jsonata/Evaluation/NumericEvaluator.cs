using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Evaluation;

/// <summary>Addition, subtraction, multiplication, division and remainder.</summary>
internal sealed class NumericEvaluator(BinaryOperator @operator, Evaluator left, Evaluator right, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        if (!leftValue.IsNumber || !rightValue.IsNumber || !double.IsFinite(leftValue.Number) || !double.IsFinite(rightValue.Number))
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
        return JsonataValue.From(result);
    }

    /// <summary>A missing operand makes the result missing; anything else that is no number is an error.</summary>
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
