using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Functions;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>What is known about a call at compile time.</summary>
/// <param name="Position">The position that errors report.</param>
/// <param name="Name">The function's name, if it is called by name.</param>
/// <param name="Depth">The nesting depth of the call, as the reference counts it, within its function.</param>
/// <param name="Suggestion">The variable of the same name, if the call lacks its <c>$</c>.</param>
/// <param name="Scope">The visible variables.</param>
/// <param name="NamePosition">The position of what is called, which errors of a tail call report.</param>
/// <param name="IsParameter">Whether a parameter of the function around the call is called.</param>
internal sealed record CallInfo(
    int Position,
    string? Name,
    int Depth,
    VariableEvaluator? Suggestion,
    Scope Scope,
    int NamePosition,
    bool IsParameter
);

internal sealed class CallEvaluator(Evaluator procedure, Evaluator[] arguments, CallInfo info, bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        CheckName(function, frame, run);
        return Call(function, Arguments(input, frame, run, 0), input, frame, run);
    }

    /// <summary>The call with a first argument from <c>~&gt;</c>, whose result may stay an array.</summary>
    public JsonataValue EvaluateWith(in JsonataValue first, in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        CheckName(function, frame, run);
        var values = Arguments(input, frame, run, 1);
        values[0] = first;
        return Call(function, values, input, frame, run);
    }

    /// <summary>The call for the loop that runs tail calls.</summary>
    public FunctionCall Prepare(in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        return new FunctionCall(function, Arguments(input, frame, run, 0), info.NamePosition, info.Name, IsParameter: false);
    }

    private JsonataValue Call(in JsonataValue function, JsonataValue[] values, in JsonataValue input, Frame frame, Run run)
    {
        var depth = run.Depth;
        run.Depth = depth + info.Depth;
        if (function.Reference is EvalFunction)
        {
            run.EvalSite = new CallSite(info.Scope, frame);
        }

        var call = new FunctionCall(function, values, info.Position, info.Name, info.IsParameter);
        var result = Invocation.Call(call, input, run);
        run.Depth = depth;
        return result;
    }

    private JsonataValue[] Arguments(in JsonataValue input, Frame frame, Run run, int offset)
    {
        if (arguments.Length + offset == 0)
        {
            return [];
        }

        var values = new JsonataValue[arguments.Length + offset];
        for (var index = 0; index < arguments.Length; index++)
        {
            values[index + offset] = arguments[index].Evaluate(input, frame, run);
        }

        return values;
    }

    /// <summary>Adds a hint to the error if the bare name with <c>$</c> is a function.</summary>
    private void CheckName(in JsonataValue function, Frame frame, Run run)
    {
        if (function.IsUndefined && info.Suggestion is { } suggestion && !suggestion.EvaluateRaw(default, frame, run).IsUndefined)
        {
            throw NameHint.For("T1005", suggestion.Name, info.Position);
        }
    }
}

/// <summary>A call in tail position: the loop that called the function makes it.</summary>
internal sealed class TailCallEvaluator(CallEvaluator call) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        run.PendingCall = call.Prepare(input, frame, run);
        return JsonataValue.TailCall;
    }
}

/// <summary>The error for a function's name without its <c>$</c>.</summary>
internal static class NameHint
{
    public static JsonataException For(string code, string name, int position) =>
        new(code, ErrorMessages.Of(code).Replace("{name}", name), position, name);
}
