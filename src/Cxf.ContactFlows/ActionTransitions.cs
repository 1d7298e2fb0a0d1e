namespace Cxf.ContactFlows;

/// <summary>The branches of an action.</summary>
/// <param name="NextAction">Where the call goes when neither a condition nor an error applies; null on actions that end it.</param>
/// <param name="Conditions">Tried in order on the action's result; the first that holds is taken.</param>
/// <param name="Errors">Where each kind of failure goes.</param>
public sealed record ActionTransitions(
    string? NextAction,
    IReadOnlyList<ConditionTransition> Conditions,
    IReadOnlyList<ErrorTransition> Errors)
{
    /// <summary>The target of an error type; <c>NoMatchingError</c> replaces types that are not declared.</summary>
    public ErrorTransition? Error(string errorType) =>
        Find(errorType) ?? (errorType == ErrorTypes.NoMatchingCondition ? null : Find(ErrorTypes.NoMatchingError));

    private ErrorTransition? Find(string errorType) => Errors.FirstOrDefault(error => error.ErrorType == errorType);
}

/// <summary>A branch that is taken when the action's result fulfils a condition.</summary>
/// <param name="Operator">The comparison; see <see cref="Actions.Operators"/>.</param>
/// <param name="Operand">The literal to compare with. The service takes exactly one.</param>
/// <param name="NextAction">Where the branch leads.</param>
/// <param name="Pointer">The branch's location in the document.</param>
public sealed record ConditionTransition(string Operator, string Operand, string NextAction, string Pointer);

/// <summary>A branch that is taken when the action fails in the named way.</summary>
public sealed record ErrorTransition(string ErrorType, string NextAction, string Pointer);
