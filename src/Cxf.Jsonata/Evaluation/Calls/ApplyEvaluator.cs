using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>
/// <c>~&gt;</c>: the left side as the first argument of a call, as the only argument of a function, or two composed functions.
/// </summary>
internal sealed class ApplyEvaluator(Evaluator left, Evaluator right, CallEvaluator? rightCall, int position, bool keepArray)
    : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        var value = left.Evaluate(input, frame, run);
        if (rightCall is not null)
        {
            return rightCall.EvaluateWith(value, input, frame, run);
        }

        var function = right.Evaluate(input, frame, run);
        if (function.Reference is not FunctionValue applied)
        {
            var error = Errors.Evaluation("T2006", function);
            Errors.Locate(error, position, null);
            throw error;
        }

        if (value.Reference is FunctionValue first)
        {
            return new JsonataValue(new ComposedFunction(first, applied));
        }

        try
        {
            return Invocation.Call(function, [value], JsonataValue.Null, run);
        }
        catch (JsonataException error) when (Errors.Pass(error, position, (right as VariableEvaluator)?.Name))
        {
            throw;
        }
    }
}

/// <summary>Two functions, one applied after the other.</summary>
internal sealed class ComposedFunction(FunctionValue first, FunctionValue second) : FunctionValue
{
    public override int Arity => 1;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        Limits.StackGuard.Check();
        var value = arguments.Length > 0 ? arguments[0] : default;
        var between = Invocation.Call(first, [value], run);
        return Invocation.Call(second, [Sequences.Reduce(between, keepArray: false)], run);
    }
}
