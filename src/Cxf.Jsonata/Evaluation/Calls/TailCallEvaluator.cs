namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A call that a function's body ends in: it is not made here but by the loop that called the function.</summary>
internal sealed class TailCallEvaluator(CallEvaluator call) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        run.PendingCall = call.Prepare(input, frame, run);
        return JsonataValue.TailCall;
    }
}
