using Cxf.StatesLanguage.History;
using RecordedEvent = Cxf.StatesLanguage.History.HistoryEvent;

namespace Cxf.Local.Runs;

/// <summary>The history of the embedded Step Functions as the output prints it.</summary>
internal static class ExecutionEvents
{
    public static IEnumerable<HistoryEvent> Of(IEnumerable<RecordedEvent> history) =>
        history.Select(happened =>
        {
            var printed = new HistoryEvent(happened.Id, happened.PreviousEventId, happened.Type.ToString(), happened.Timestamp);
            return happened.Details switch
            {
                StateEnteredDetails entered => printed with { Name = entered.Name, Input = entered.Input.ToString() },
                StateExitedDetails exited => printed with
                {
                    Name = exited.Name,
                    Output = exited.Output.ToString(),
                    Variables = [.. exited.Assigned.Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()!))],
                },
                TaskScheduledDetails scheduled => printed with { Arguments = scheduled.Parameters.ToString() },
                ErrorDetails error => printed with { Error = error.Error, Cause = error.Cause },
                EvaluationFailedDetails failed => printed with
                {
                    Name = failed.State,
                    Error = failed.Error,
                    Cause = failed.Explanation,
                },
                TaskFailedDetails task => printed with { Error = task.Error, Cause = task.Cause },
                _ => printed,
            };
        });
}
