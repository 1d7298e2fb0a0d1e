using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;
using Cxf.Jsonata.Values;

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

    private bool Holds(double leftNumber, double rightNumber) =>
        @operator switch
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

/// <summary><c>=</c> and <c>!=</c>. A missing operand makes both false.</summary>
internal sealed class EqualityEvaluator(bool isNegated, Evaluator left, Evaluator right) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var leftValue = left.Evaluate(input, frame, run);
        var rightValue = right.Evaluate(input, frame, run);
        run.Work(Math.Min(Run.SizeOf(leftValue), Run.SizeOf(rightValue)));
        return JsonataValue.From(
            !leftValue.IsUndefined && !rightValue.IsUndefined && DeepEquality.AreEqual(leftValue, rightValue) != isNegated
        );
    }
}

/// <summary><c>in</c>: identity with an item of the right side; arrays and objects are identical only to themselves.</summary>
internal sealed class InclusionEvaluator(Evaluator left, Evaluator right) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var wanted = left.Evaluate(input, frame, run);
        var list = right.Evaluate(input, frame, run);
        if (wanted.IsUndefined || list.IsUndefined)
        {
            return JsonataValue.False;
        }

        var items = new ArrayCursor(list);
        while (items.MoveNext())
        {
            run.Tick();
            if (IsSame(wanted, items.Current))
            {
                return JsonataValue.True;
            }
        }

        return JsonataValue.False;
    }

    private static bool IsSame(in JsonataValue left, in JsonataValue right)
    {
        if (left.Kind is not (JsonataKind.Array or JsonataKind.Object))
        {
            return DeepEquality.AreEqual(left, right);
        }

        if (!ReferenceEquals(left.Reference, right.Reference))
        {
            return false;
        }

        // Two elements are the same part of a document if they are the same bytes.
        return left.Reference is not ValueTag
            || System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(left.Element)
                == System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(right.Element);
    }
}

/// <summary><c>and</c> and <c>or</c>; the right side is evaluated only if it decides the result.</summary>
internal sealed class BooleanEvaluator(bool isOr, Evaluator left, Evaluator right, int position) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (Sequences.IsTrue(left.Evaluate(input, frame, run)) == isOr)
        {
            return JsonataValue.From(isOr);
        }

        try
        {
            return JsonataValue.From(Sequences.IsTrue(right.Evaluate(input, frame, run)));
        }
        catch (JsonataException error) when (Errors.PassOperator(error, position, isOr ? "or" : "and"))
        {
            throw;
        }
    }
}

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed class ConditionEvaluator(Evaluator condition, Evaluator then, Evaluator? otherwise) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (Sequences.IsTrue(condition.Evaluate(input, frame, run)))
        {
            return then.Evaluate(input, frame, run);
        }

        return otherwise is null ? default : otherwise.Evaluate(input, frame, run);
    }
}
