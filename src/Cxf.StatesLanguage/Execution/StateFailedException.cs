namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Leaves the evaluation of a state that cannot go on. It never leaves the interpreter: the branch turns it into events,
/// a retry, a catch or the end of the execution.
/// </summary>
internal class StateFailedException(StateError error) : Exception(error.Cause ?? error.Error)
{
    public StateError Error { get; } = error;
}
