namespace Cxf.StatesLanguage.Execution;

/// <summary>Branches or iterations that run together: the first failure of one, and the event that the state goes on
/// from.</summary>
internal sealed class BranchGroup(CancellationTokenSource stop)
{
    public StateError? Error { get; private set; }

    /// <summary>The last event of the branch that failed, or of the one that ended last.</summary>
    public long Previous { get; set; }

    /// <summary>Ends the others where a branch did not end by itself: the history is full, or the engine has a
    /// defect.</summary>
    public void Break() => stop.Cancel();

    /// <summary>Takes note of a branch that ended; a failure ends the others.</summary>
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
