namespace Cxf.Jsonata.Evaluation;

/// <summary>Expressions in parentheses. A block that binds nothing needs no frame.</summary>
internal sealed class BlockEvaluator(Evaluator[] expressions, Compilation.Scope? scope) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (scope is null)
        {
            return EvaluateAll(input, frame, run);
        }

        if (scope.IsCaptured)
        {
            return EvaluateAll(input, Frame.Unbound(frame, scope.Count), run);
        }

        var inner = run.RentFrame(frame, scope.Count, filledByCaller: 0);
        var result = EvaluateAll(input, inner, run);
        run.ReturnFrame(inner);
        return result;
    }

    private JsonataValue EvaluateAll(in JsonataValue input, Frame frame, Run run)
    {
        JsonataValue result = default;
        foreach (var expression in expressions)
        {
            result = expression.Evaluate(input, frame, run);
        }

        return result;
    }
}
