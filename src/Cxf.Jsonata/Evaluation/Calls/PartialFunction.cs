using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A call with <c>?</c> for some arguments: a function of these arguments. A missing evaluator is a <c>?</c>.</summary>
internal sealed class PartialEvaluator(Evaluator procedure, Evaluator?[] arguments, CallInfo info) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var given = new JsonataValue?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            given[index] = arguments[index]?.Evaluate(input, frame, run);
        }

        var function = procedure.Evaluate(input, frame, run);
        if (function.Reference is FunctionValue callee)
        {
            return new JsonataValue(new PartialFunction(callee, given));
        }

        if (function.IsUndefined && info.Suggestion is { } suggestion && !suggestion.EvaluateRaw(default, frame, run).IsUndefined)
        {
            throw NameHint.For("T1007", suggestion.Name, info.Position);
        }

        var error = Errors.Evaluation("T1008");
        Errors.Locate(error, info.Position, info.Name);
        throw error;
    }
}

/// <summary>A function with some arguments given; null is an open argument.</summary>
internal sealed class PartialFunction(FunctionValue function, JsonataValue?[] given) : FunctionValue
{
    public override int Arity { get; } = given.Count(argument => argument is null);

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        Limits.StackGuard.Check();
        var all = new JsonataValue[given.Length];
        var next = 0;
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = given[index] ?? (next < arguments.Length ? arguments[next++] : default);
        }

        return Invocation.Call(function, all, run);
    }
}
