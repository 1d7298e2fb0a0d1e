using Cxf.Local.Runs;

namespace Cxf.Local.Output;

/// <summary>The history of a run, from wherever its events were read.</summary>
/// <param name="Events">The events in their order.</param>
/// <param name="Rows">The visited states.</param>
/// <param name="Answer">What the run answered, as JSON; null without an answer.</param>
internal sealed record RunHistory(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<HistoryRow> Rows, string? Answer)
{
    /// <summary>The history of events.</summary>
    /// <param name="events">The events.</param>
    /// <param name="answer">The answer that a record knows; null for that of the events.</param>
    public static RunHistory Of(IReadOnlyList<HistoryEvent> events, string? answer = null) =>
        new(events, HistoryRows.From(events), answer ?? events.FirstOrDefault(one => one.Type == "ExecutionSucceeded")?.Output);

    /// <summary>When the execution started.</summary>
    public DateTimeOffset? StartedAt => Events.Count > 0 ? Events[0].Timestamp : null;

    /// <summary>Whether the events say what went in and out of steps.</summary>
    public bool HasData => Rows.Count == 0 || Rows.Any(row => row.Input is not null || row.Output is not null);

    /// <summary>
    /// Shows all data to the masks first: a value that is hidden where it has a name is then also hidden where it has none.
    /// </summary>
    public void Teach(PersonalData personalData)
    {
        foreach (
            var text in Events.SelectMany(one =>
                (string?[])[one.Input, one.Output, one.Arguments, .. one.Variables.Select(v => v.Value)]
            )
        )
        {
            if (text is not null)
            {
                personalData.Json(text);
            }
        }
    }
}
