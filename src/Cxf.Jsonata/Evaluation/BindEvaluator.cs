namespace Cxf.Jsonata.Evaluation;

/// <summary><c>$name := value</c>, in the innermost frame.</summary>
internal sealed class BindEvaluator(int slot, Evaluator value) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var result = value.Evaluate(input, frame, run);
        frame.Slots[slot] = result;
        return result;
    }
}
