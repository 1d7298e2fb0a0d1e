using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A function and its arguments, with the position of the call for errors.</summary>
internal readonly record struct FunctionCall(JsonataValue Function, JsonataValue[] Arguments, int Position, string? Name);

/// <summary>Calls functions, and then the calls in their tail positions, so that tail calls need no stack.</summary>
internal static class Invocation
{
    /// <summary>Calls a value.</summary>
    /// <exception cref="JsonataException"><c>T1006</c>: the value is not a function.</exception>
    public static JsonataValue Call(in JsonataValue function, JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        if (function.Reference is not FunctionValue callee)
        {
            throw Errors.Evaluation("T1006");
        }

        var result = callee.Invoke(arguments, input, run);
        while (result.IsTailCall)
        {
            result = Continue(run.PendingCall, input, run);
        }

        return result;
    }

    /// <summary>Calls a function from a built-in function; there is no context.</summary>
    public static JsonataValue Call(FunctionValue function, JsonataValue[] arguments, Run run) =>
        Call(new JsonataValue(function), arguments, JsonataValue.Null, run);

    private static JsonataValue Continue(FunctionCall call, in JsonataValue input, Run run)
    {
        try
        {
            return call.Function.Reference is FunctionValue callee
                ? callee.Invoke(call.Arguments, input, run)
                : throw Errors.Evaluation("T1006");
        }
        catch (JsonataException error) when (Errors.Pass(error, call.Position, call.Name))
        {
            throw;
        }
    }
}
