using Cxf.Flows.Timing;

namespace Cxf.Functions.Requests;

/// <summary>
/// How long a function may work on one request, so that its answer reaches Connect before Connect hangs up on it.
/// </summary>
internal static class CallerBudget
{
    /// <summary>Reserved for the answer's way to Connect.</summary>
    public static readonly TimeSpan AnswerMargin = CallerMargins.Answer;

    /// <summary>What a new function process takes before the handler runs, which the caller's clock counts too.</summary>
    public static readonly TimeSpan StartAllowance = CallerMargins.FunctionStart;

    /// <summary>Kept back of the function's own remaining time, so that it answers rather than being killed.</summary>
    public static readonly TimeSpan FunctionMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>The least that is tried: a start that takes no time at all could never be made.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    /// <summary>The budget for a request.</summary>
    /// <param name="callerLimit">How long the caller's side waits.</param>
    /// <param name="functionRemaining">How long Lambda still lets the function run.</param>
    public static TimeSpan Of(TimeSpan callerLimit, TimeSpan functionRemaining)
    {
        var caller = callerLimit - AnswerMargin - StartAllowance;
        var function = functionRemaining - FunctionMargin;
        var budget = caller < function ? caller : function;
        return budget < Least ? Least : budget;
    }
}
