using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Evaluation;

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
