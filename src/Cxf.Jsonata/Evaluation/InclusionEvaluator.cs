using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

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

        // Two elements are the same part of a document where they are the same bytes.
        return left.Reference is not ValueTag
            || System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(left.Element)
                == System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(right.Element);
    }
}
