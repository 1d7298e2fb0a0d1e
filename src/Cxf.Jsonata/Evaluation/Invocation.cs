using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A function and its arguments, with the place of the call for errors.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Position">The position that errors get.</param>
/// <param name="Name">The function's name, or null.</param>
/// <param name="IsParameter">Whether the function was passed to the function that calls it; then errors keep a position that they
/// have.</param>
internal readonly record struct FunctionCall(
    JsonataValue Function,
    JsonataValue[] Arguments,
    int Position,
    string? Name,
    bool IsParameter
);

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

        return Continue(callee.Invoke(arguments, input, run), input, run);
    }

    /// <summary>Calls a function from a built-in function; there is no context.</summary>
    public static JsonataValue Call(FunctionValue function, JsonataValue[] arguments, Run run) =>
        Call(new JsonataValue(function), arguments, JsonataValue.Null, run);

    /// <summary>A call that the expression itself makes; an error that leaves the function has its position.</summary>
    public static JsonataValue Call(in FunctionCall call, in JsonataValue input, Run run) =>
        Continue(Begin(call, input, run), input, run);

    private static JsonataValue Continue(JsonataValue result, in JsonataValue input, Run run)
    {
        while (result.IsTailCall)
        {
            result = Begin(run.PendingCall, input, run);
        }

        return result;
    }

    private static JsonataValue Begin(in FunctionCall call, in JsonataValue input, Run run)
    {
        var (function, arguments, position, name, isParameter) = call;
        try
        {
            return function.Reference is FunctionValue callee
                ? callee.Invoke(arguments, input, run)
                : throw Errors.Evaluation("T1006");
        }
        catch (JsonataException error) when (Errors.PassCall(error, isParameter ? null : function.Reference, position, name))
        {
            throw;
        }
    }
}
