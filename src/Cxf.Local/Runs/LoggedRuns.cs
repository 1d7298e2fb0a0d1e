using System.Text.Json.Nodes;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>
/// EXPRESS runs from the log group of the state machines. CloudWatch gives events oldest first, so the newest runs are looked for
/// in spans of time that grow backwards.
/// </summary>
internal static class LoggedRuns
{
    private const int Growth = 4;

    private const string Ends =
        "$.type = \"ExecutionStarted\" || $.type = \"ExecutionSucceeded\" || $.type = \"ExecutionFailed\" "
        + "|| $.type = \"ExecutionTimedOut\" || $.type = \"ExecutionAborted\"";

    private static readonly TimeSpan FirstSpan = TimeSpan.FromMinutes(15);

    // The longest EXPRESS execution.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The runs of the flows; whether there were too many events to look at all.</summary>
    public static async Task<(IReadOnlyList<Run> Runs, bool IsCut)> FindAsync(
        DeploymentServices services,
        IReadOnlyList<DeployedFlow> flows,
        RunQuery query,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var byMachine = flows.Where(flow => flow.IsExpress).ToDictionary(flow => flow.MachineName);
        if (byMachine.Count == 0)
        {
            return ([], false);
        }

        var machine = byMachine.Count == 1 ? byMachine.Keys.Single() : $"cxf-{services.Stage}-*";
        var name = query.RunId ?? (query.Contact is null ? null : $"{query.Contact}-*");
        var pattern = $"{{ ({Ends}) && $.execution_arn = \"*:express:{machine}:{(name is null ? "" : name + ":")}*\" }}";
        var executions = new Dictionary<string, List<HistoryEvent>>();
        var last = query.After is { } after && after.StartedAt < query.Until ? after.StartedAt : query.Until;
        var span = name is null ? FirstSpan : query.Until - query.Since;

        // Events of a run that started in the span can be after it.
        var until = last + Longest;
        var runs = new List<Run>();
        while (true)
        {
            var from = last - span > query.Since ? last - span : query.Since;
            var isCut = await ReadAsync(services, pattern, from, until, executions, cancellationToken);
            runs = [.. executions.Select(one => Read(one.Key, one.Value, byMachine, now)).OfType<Run>()];
            if (isCut || from <= query.Since || runs.Count(run => run.StartedAt >= from && query.Takes(run)) > query.Limit)
            {
                return (runs, isCut);
            }

            (until, span) = (from.AddMilliseconds(-1), span * Growth);
            last = from;
        }
    }

    /// <summary>The events of a run, in their order.</summary>
    public static async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(
        DeploymentServices services,
        Run run,
        CancellationToken cancellationToken
    )
    {
        var executions = new Dictionary<string, List<HistoryEvent>>();
        await ReadAsync(
            services,
            $"{{ $.execution_arn = \"{run.ExecutionArn}\" }}",
            run.StartedAt - FirstSpan,
            run.StartedAt + Longest + FirstSpan,
            executions,
            cancellationToken
        );

        // AWS may deliver an event late, and twice.
        return executions.TryGetValue(run.ExecutionArn, out var events)
            ? [.. events.DistinctBy(one => one.Id).OrderBy(one => one.Id)]
            : [];
    }

    private static async Task<bool> ReadAsync(
        DeploymentServices services,
        string pattern,
        DateTimeOffset from,
        DateTimeOffset until,
        Dictionary<string, List<HistoryEvent>> executions,
        CancellationToken cancellationToken
    )
    {
        var isCut = false;
        var query = new LogsQuery
        {
            LogGroup = services.LogGroup,
            Pattern = pattern,
            From = from,
            Until = until,
        };
        await foreach (var page in services.Logs.PagesAsync(query, cancellationToken))
        {
            foreach (var json in page.Messages.Select(message => (JsonObject)JsonNode.Parse(message)!))
            {
                var arn = json["execution_arn"]!.GetValue<string>();
                if (!executions.TryGetValue(arn, out var events))
                {
                    executions[arn] = events = [];
                }

                events.Add(HistoryReader.Event(json));
            }

            isCut = page.NextToken is not null;
        }

        return isCut;
    }

    private static Run? Read(
        string arn,
        List<HistoryEvent> events,
        Dictionary<string, DeployedFlow> byMachine,
        DateTimeOffset now
    )
    {
        // arn:…:express:<machine>:<name>:<id>
        var parts = arn.Split(':');
        if (parts.Length < 8 || !byMachine.TryGetValue(parts[6], out var flow))
        {
            return null;
        }

        var started = events.Find(one => one.Type == "ExecutionStarted");
        var ended = events.Find(one => one.Type != "ExecutionStarted");
        var at = started?.Timestamp ?? ended!.Timestamp;
        return new Run
        {
            RunId = parts[7],
            Tenant = flow.Tenant,
            Flow = flow.Live.Flow,
            IsExpress = true,
            ExecutionArn = arn,
            Status = ended?.Type switch
            {
                "ExecutionSucceeded" => "SUCCEEDED",
                "ExecutionFailed" => "FAILED",
                "ExecutionTimedOut" => "TIMED_OUT",
                "ExecutionAborted" => "ABORTED",
                _ => now - at < Longest ? "RUNNING" : Run.Unknown,
            },
            StartedAt = at,
            EndedAt = ended?.Timestamp,
            MachineVersionArn = started?.Details?["stateMachineVersionArn"]?.GetValue<string>(),
            Error = ended?.Error,
            Cause = ended?.Cause,
            Output = ended?.Output,
        };
    }
}
