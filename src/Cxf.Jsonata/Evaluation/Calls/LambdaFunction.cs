using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A function that the expression defines.</summary>
internal sealed class LambdaFunction(LambdaBody body, Frame frame, JsonataValue context) : FunctionValue
{
    public override int Arity => body.ParameterCount;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        StackGuard.Check();
        run.Tick();
        if (run.Depth >= run.Limits.Depth)
        {
            throw LimitErrors.TooDeep();
        }

        if (body.Signature is { } signature)
        {
            arguments = signature.Bind(arguments, input);
        }

        var count = body.Scope.Count;
        var inner = body.Scope.IsCaptured ? Frame.Unbound(frame, count) : run.RentFrame(frame, count, body.ParameterCount);
        for (var index = 0; index < body.ParameterCount; index++)
        {
            inner.Slots[index] = index < arguments.Length ? arguments[index] : default;
        }

        var result = body.Expression.Evaluate(context, inner, run);
        if (!body.Scope.IsCaptured)
        {
            run.ReturnFrame(inner);
        }

        return result;
    }
}
