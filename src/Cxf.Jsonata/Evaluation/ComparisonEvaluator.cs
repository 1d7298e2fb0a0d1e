using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Evaluation;

/// <summary>The order of two numbers or two strings.</summary>
internal sealed class ComparisonEvaluator(BinaryOperator @operator, Evaluator left, Evaluator right, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        if (leftValue.IsNumber && rightValue.IsNumber)
        {
            return JsonataValue.From(Holds(leftValue.Number, rightValue.Number));
        }

        if (leftValue.IsString && rightValue.IsString)
        {
            return JsonataValue.From(Holds(string.CompareOrdinal(leftValue.AsString(), rightValue.AsString()), 0));
        }

        return Unusual(leftValue, rightValue);
    }

    private bool Holds(double leftNumber, double rightNumber) => @operator switch
    {
        BinaryOperator.Less => leftNumber < rightNumber,
        BinaryOperator.LessOrEqual => leftNumber <= rightNumber,
        BinaryOperator.Greater => leftNumber > rightNumber,
        _ => leftNumber >= rightNumber,
    };

    private JsonataValue Unusual(in JsonataValue leftValue, in JsonataValue rightValue)
    {
        if (!IsComparable(leftValue) || !IsComparable(rightValue))
        {
            throw At(Errors.Evaluation("T2010", leftValue.IsNumber || leftValue.IsString ? rightValue : leftValue));
        }

        return leftValue.IsUndefined || rightValue.IsUndefined
            ? default
            : throw At(Errors.Evaluation("T2009", leftValue, rightValue));
    }

    private static bool IsComparable(in JsonataValue value) => value.IsUndefined || value.IsNumber || value.IsString;

    private JsonataException At(JsonataException error)
    {
        Errors.Locate(error, position, BinarySymbols.Of(@operator));
        return error;
    }
}
