using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Branches or iterations that run together: the first failure among them, and the event that the state continues from.
/// </summary>
internal sealed class BranchGroup(CancellationTokenSource stop)
{
    public StateError? Error { get; private set; }

    /// <summary>The last event of the branch that failed, or of the one that ended last.</summary>
    public long Previous { get; set; }

    /// <summary>
    /// Ends all branches because one could not run to its end: the history is full, or the engine has a defect.
    /// </summary>
    public void Break() => stop.Cancel();

    /// <summary>Records the end of a branch; a failure ends the others.</summary>
    public void Ended(BranchRun branch, StateError? error)
    {
        if (Error is not null)
        {
            return;
        }

        Previous = branch.Previous;
        if (error is not null)
        {
            Error = error;
            stop.Cancel();
        }
    }
}
