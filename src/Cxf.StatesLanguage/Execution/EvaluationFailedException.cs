namespace Cxf.StatesLanguage.Execution;

/// <summary>A JSONata field that could not be evaluated: States.QueryEvaluationError, with an event of its own.</summary>
internal sealed class EvaluationFailedException(string cause, string? location, bool afterEntry = false)
    : StateFailedException(new StateError(ErrorNames.QueryEvaluationError, cause))
{
    /// <summary>The field, such as <c>Output/result</c>, or null where AWS names none.</summary>
    public string? Location { get; } = location;

    /// <summary>
    /// Whether the event follows the state's own entry. AWS evaluates most fields together with entering the state, and the
    /// event then follows what came before the entry (recorded); a parsed Timestamp is looked at later.
    /// </summary>
    public bool AfterEntry { get; } = afterEntry;
}
