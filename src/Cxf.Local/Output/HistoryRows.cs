using Cxf.Local.Runs;

namespace Cxf.Local.Output;

/// <summary>
/// Combines the events of a history into one row per visited state, in the order of entry. The chain of previous events
/// distinguishes parallel branches and iterations.
/// </summary>
internal sealed class HistoryRows
{
    private const string Entered = "StateEntered";
    private const string Exited = "StateExited";

    private readonly List<HistoryRow> _rows = [];
    private readonly Dictionary<long, long> _previous = [];

    /// <summary>Where what follows each event is: in which row, and in which iteration of it.</summary>
    private readonly Dictionary<long, (int? Parent, int? Iteration)> _scopes = [];

    /// <summary>Rows that are still open, by the id of their entered event.</summary>
    private readonly Dictionary<long, int> _open = [];

    /// <summary>The row of each exited event: whatever follows it came from there.</summary>
    private readonly Dictionary<long, int> _left = [];

    private readonly Func<string, string, string?> _baseUrl;

    private HistoryRows(Func<string, string, string?> baseUrl) => _baseUrl = baseUrl;

    /// <summary>The rows of a history, given in its order.</summary>
    /// <param name="history">The events.</param>
    /// <param name="baseUrl">The base URL of a tenant's connection, for the requests. Default: not known.</param>
    public static IReadOnlyList<HistoryRow> From(IEnumerable<HistoryEvent> history, Func<string, string, string?>? baseUrl = null)
    {
        var rows = new HistoryRows(baseUrl ?? ((_, _) => null));
        foreach (var happened in history)
        {
            rows._previous[happened.Id] = happened.PreviousId;
            rows._scopes[happened.Id] = rows._scopes.GetValueOrDefault(happened.PreviousId);
            rows.Add(happened);
            rows.Enter(happened);
        }

        return rows._rows;
    }

    private void Add(HistoryEvent happened)
    {
        if (happened.Type.EndsWith(Entered, StringComparison.Ordinal))
        {
            _open[happened.Id] = _rows.Count;
            if (_left.TryGetValue(happened.PreviousId, out var before))
            {
                _rows[before] = _rows[before] with { Next = happened.Name };
            }

            _rows.Add(
                new HistoryRow(
                    happened.Name ?? "",
                    happened.Type[..^Entered.Length],
                    happened.Timestamp,
                    null,
                    happened.Input,
                    null
                )
                {
                    Parent = _scopes[happened.Id].Parent,
                    Iteration = _scopes[happened.Id].Iteration,
                }
            );
        }
        else if ((OpenRow(happened.PreviousId, happened.Name) ?? OpenEvaluation(happened)) is { } entered)
        {
            var row = _rows[_open[entered]];
            _rows[_open[entered]] = Apply(row, happened);
            if (happened.Type.EndsWith(Exited, StringComparison.Ordinal))
            {
                _left[happened.Id] = _open[entered];
                _open.Remove(entered);
            }
        }
    }

    /// <summary>Goes into a parallel, a loop or an iteration, and out of them.</summary>
    private void Enter(HistoryEvent happened)
    {
        switch (happened.Type)
        {
            case "ParallelStateEntered" or "MapStateEntered":
                _scopes[happened.Id] = (_rows.Count - 1, null);
                break;
            case "ParallelStateExited" or "MapStateExited" when _left.TryGetValue(happened.Id, out var row):
                _scopes[happened.Id] = (_rows[row].Parent, _rows[row].Iteration);
                break;
            // The event before it can be that of an iteration that failed inside of another loop.
            case "MapIterationStarted" when happened.Details is { } details:
                var name = details["name"]?.GetValue<string>();
                var loop = _scopes[happened.Id].Parent;
                while (loop is { } at && name is not null && _rows[at].Name != name)
                {
                    loop = _rows[at].Parent;
                }

                _scopes[happened.Id] = (loop, details["index"]?.GetValue<int>());
                break;
        }
    }

    private HistoryRow Apply(HistoryRow row, HistoryEvent happened) =>
        happened.Type switch
        {
            _ when happened.Type.EndsWith(Exited, StringComparison.Ordinal) => row with
            {
                Exited = happened.Timestamp,
                Output = happened.Output,
                Variables = happened.Variables,
            },
            "TaskScheduled" or "LambdaFunctionScheduled" or "ActivityScheduled" => Try(row, happened),
            "TaskSucceeded" or "LambdaFunctionSucceeded" or "ActivitySucceeded" => row with { Attempts = Ended(row, happened) },
            "ExecutionFailed" or "ExecutionTimedOut" or "ExecutionAborted" => row with
            {
                Exited = happened.Timestamp,
                Error = row.Error ?? happened.Error ?? happened.Type["Execution".Length..],
                Cause = row.Cause ?? happened.Cause,
                Attempts = Ended(row, happened),
            },
            _ when happened.Error is not null => row with
            {
                Error = happened.Error,
                Cause = happened.Cause,
                Attempts = Ended(row, happened),
            },
            _ => row,
        };

    private HistoryRow Try(HistoryRow row, HistoryEvent happened)
    {
        var sent = happened.Arguments is { } arguments ? SentCall.Read(arguments, _baseUrl) : null;
        return row with
        {
            Tries = row.Tries + 1,
            Sent = sent,
            Error = null,
            Cause = null,
            Attempts = [.. row.Attempts, new StepAttempt(happened.Timestamp, null, sent, null, null, null)],
        };
    }

    private static IReadOnlyList<StepAttempt> Ended(HistoryRow row, HistoryEvent happened) =>
        row.Attempts is [.., { Ended: null } last]
            ?
            [
                .. row.Attempts.SkipLast(1),
                last with
                {
                    Ended = happened.Timestamp,
                    Output = happened.Output,
                    Error = happened.Error,
                    Cause = happened.Cause,
                },
            ]
            : row.Attempts;

    /// <summary>
    /// The state of an expression that failed: if it is the first that the state does, the event follows what came before the
    /// state.
    /// </summary>
    private long? OpenEvaluation(HistoryEvent happened) =>
        happened.Type == "EvaluationFailed"
            ? _open.Where(open => _rows[open.Value].Name == happened.Name).Select(open => (long?)open.Key).Max()
            : null;

    /// <summary>The nearest open state among an event's ancestors; with the given name, if there is one.</summary>
    private long? OpenRow(long id, string? name)
    {
        while (id != 0)
        {
            if (_open.TryGetValue(id, out var row) && (name is null || _rows[row].Name == name))
            {
                return id;
            }

            // An event always follows its previous event; anything else would be a cycle.
            var next = _previous.GetValueOrDefault(id);
            id = next < id ? next : 0;
        }

        return null;
    }
}
