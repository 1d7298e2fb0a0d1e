using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// Stands around every so many levels of a deeply nested expression, so that shallow ones need not ask about the stack.
/// </summary>
internal sealed class StackGuardEvaluator(Evaluator inner) : Evaluator
{
    /// <summary>How many levels may pass without asking; their frames fit well into the runtime's safety margin.</summary>
    public const int Levels = 16;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        StackGuard.Check();
        return inner.Evaluate(input, frame, run);
    }

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        StackGuard.Check();
        return inner.EvaluateRaw(input, frame, run);
    }
}
