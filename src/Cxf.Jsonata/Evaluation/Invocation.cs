using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>Calls functions, and goes on with the calls they end in, so that tail calls need no stack.</summary>
internal static class Invocation
{
    /// <summary>Calls a value.</summary>
    /// <exception cref="JsonataException"><c>T1006</c>: it is no function.</exception>
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

    /// <summary>Calls a function for a built-in one; there is no context then.</summary>
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
