using Cxf.Local.Output;
using Cxf.StatesLanguage.History;

namespace Cxf.Local.Deployment;

/// <summary>Puts the events of an execution's history together, one row per visit of a state.</summary>
internal static class ExecutionRows
{
    public static IReadOnlyList<HistoryRow> Of(IReadOnlyList<HistoryEvent> history)
    {
        var rows = new List<HistoryRow>();
        foreach (var happened in history)
        {
            switch (happened.Details)
            {
                case StateEnteredDetails entered:
                    rows.Add(new HistoryRow(entered.Name, StateType(happened.Type), happened.Timestamp, null, entered.Input.ToString(), null));
                    break;
                case StateExitedDetails exited:
                    Change(row => row.Name == exited.Name, row => row with { Exited = happened.Timestamp, Output = exited.Output.ToString() });
                    break;
                default:
                    if (ErrorOf(happened.Details) is { Error: not null } failure)
                    {
                        Change(_ => true, row => row with { Error = failure.Error, Cause = failure.Cause });
                    }

                    break;
            }
        }

        return rows;

        // The state that is still open when something happens is the one that it happened to.
        void Change(Predicate<HistoryRow> which, Func<HistoryRow, HistoryRow> change)
        {
            var index = rows.FindLastIndex(row => row.Exited is null && which(row));
            if (index >= 0)
            {
                rows[index] = change(rows[index]);
            }
        }
    }

    private static (string? Error, string? Cause) ErrorOf(HistoryEventDetails? details) => details switch
    {
        ErrorDetails error => (error.Error, error.Cause),
        EvaluationFailedDetails failed => (failed.Error, failed.Cause),
        TaskFailedDetails task => (task.Error, task.Cause),
        _ => (null, null),
    };

    private static string StateType(HistoryEventType type) => type.ToString()[..^"StateEntered".Length];
}
