namespace Cxf.Local.ContactFlows;

/// <summary>The ways out of an action.</summary>
/// <param name="NextAction">Where the call goes when neither a condition nor an error applies; null on actions that end it.</param>
/// <param name="Conditions">Tried in order on the action's result; the first that holds is taken.</param>
/// <param name="Errors">Where each kind of failure goes.</param>
internal sealed record ActionTransitions(
    string? NextAction,
    IReadOnlyList<ConditionTransition> Conditions,
    IReadOnlyList<ErrorTransition> Errors)
{
    /// <summary>The target of an error type; <c>NoMatchingError</c> stands in for types that are not declared.</summary>
    public ErrorTransition? Error(string errorType) =>
        Errors.FirstOrDefault(error => error.ErrorType == errorType)
        ?? (errorType == ErrorTypes.NoMatchingCondition ? null : Errors.FirstOrDefault(error => error.ErrorType == ErrorTypes.NoMatchingError));
}

/// <summary>A branch that is taken when the action's result fulfils a condition.</summary>
internal sealed record ConditionTransition(string Operator, IReadOnlyList<string> Operands, string NextAction);

/// <summary>A branch that is taken when the action fails in the named way.</summary>
internal sealed record ErrorTransition(string ErrorType, string NextAction);
