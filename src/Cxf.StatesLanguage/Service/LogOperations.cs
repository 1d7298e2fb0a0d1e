using System.Globalization;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// What machines log to CloudWatch. It is made from the histories when it is read, so it is kept as long as they are.
/// </summary>
internal sealed class LogOperations(StateMachineRegistry registry)
{
    // arn:<partition>:logs:<region>:<account>:log-group:<name>:*
    private const int GroupName = 6;

    public IReadOnlyList<string> LogGroups()
    {
        lock (registry.Lock)
        {
            return
            [
                .. registry
                    .Machines.Values.Select(machine => GroupOf(machine.Current.Logging))
                    .Concat(registry.Executions.OldestFirst.Select(run => GroupOf(run.Machine.Logging)))
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    public IReadOnlyList<LoggedEvent> LoggedEvents(string logGroup, DateTimeOffset from, DateTimeOffset until)
    {
        ExecutionRun[] runs;
        lock (registry.Lock)
        {
            runs =
            [
                .. registry.Executions.OldestFirst.Where(run =>
                    GroupOf(run.Machine.Logging) == logGroup
                    && run.StartDate < until
                    && (run.StopDate is not { } stopped || stopped >= from)
                ),
            ];
        }

        return [.. runs.SelectMany(run => Events(run, from, until)).OrderBy(logged => logged.Timestamp)];
    }

    private static IEnumerable<LoggedEvent> Events(ExecutionRun run, DateTimeOffset from, DateTimeOffset until)
    {
        var (logging, redrives) = (run.Machine.Logging, 0);
        var stream = string.Create(
            CultureInfo.InvariantCulture,
            $"states/{run.Machine.Name}/{run.StartDate.UtcDateTime:yyyy-MM-dd-HH-mm}/{StableId.Seed(run.Machine.Name, 0):x8}"
        );
        foreach (var happened in run.History.Snapshot())
        {
            redrives += happened.Type == HistoryEventType.ExecutionRedriven ? 1 : 0;
            if (happened.Timestamp >= from && happened.Timestamp < until && LogLevels.Includes(logging.Level, happened.Type))
            {
                yield return LoggedEvent.Of(happened, run.Arn, stream, redrives, logging.IncludeExecutionData);
            }
        }
    }

    private static string? GroupOf(LoggingConfiguration logging) =>
        logging is { Level: not (null or "OFF"), Destinations: [{ CloudWatchLogsLogGroup.LogGroupArn: { } arn }, ..] }
            ? arn.Split(':').ElementAtOrDefault(GroupName)
            : null;
}
