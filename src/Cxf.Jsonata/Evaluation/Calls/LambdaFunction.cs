using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A compiled function definition.</summary>
/// <param name="Expression">The body.</param>
/// <param name="Scope">Its variables; the parameters come first.</param>
/// <param name="ParameterCount">How many parameters it has.</param>
/// <param name="Signature">The signature, or null.</param>
/// <param name="LeastDepth">How many evaluations nest in it in any case.</param>
internal sealed record LambdaBody(Evaluator Expression, Scope Scope, int ParameterCount, Signature? Signature, int LeastDepth);

/// <summary>A function definition: the value is the function with the variables and the context around it.</summary>
internal sealed class LambdaEvaluator(LambdaBody body) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        new(new LambdaFunction(body, frame, input));
}

/// <summary>A function that the expression defines.</summary>
internal sealed class LambdaFunction(LambdaBody body, Frame frame, JsonataValue context) : FunctionValue
{
    public override int Arity => body.ParameterCount;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        StackGuard.Check();
        run.Tick();
        if (run.Depth + body.LeastDepth > run.Limits.Depth)
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
