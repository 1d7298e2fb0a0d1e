using Amazon.StepFunctions.Model;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>
/// STANDARD runs, which Step Functions keeps: newest first, page by page until the time that is asked for. A run that is known by
/// its ID, or of a contact from ExecuteFlow's log, takes one request.
/// </summary>
internal static class StandardRuns
{
    private const int RunsOnPage = 1000;

    // 10,000 runs of one state machine in the time that is asked for: enough for a day of most flows.
    private const int MostPages = 10;

    // Newer runs are in the way of older ones. Step Functions allows 200 requests at once, then 5 a second.
    private const int MostPagesInAll = 100;

    // A run starts before its caller gets the answer that is logged.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);

    /// <summary>The runs of a flow.</summary>
    public static async Task<StandardPage> FindAsync(
        DeploymentServices services,
        DeployedFlow flow,
        RunQuery query,
        ContactLog? log,
        CancellationToken cancellationToken
    )
    {
        var known = query.RunId is { } runId ? [runId] : log?.RunsOf(flow.Tenant, flow.Live.Flow) ?? [];
        if (known.Count > 0 || query.RunId is not null)
        {
            var described = await Task.WhenAll(known.Select(id => DescribeAsync(services, flow, id, cancellationToken)));
            return new StandardPage([.. described.OfType<Run>()], 0, null);
        }

        // A flow that another one started is not in the log, but not older than what is.
        var since = log?.First is { } first && first - LongestAnswer > query.Since ? first - LongestAnswer : query.Since;
        return await ListAsync(services, flow, query, since, cancellationToken);
    }

    private static async Task<StandardPage> ListAsync(
        DeploymentServices services,
        DeployedFlow flow,
        RunQuery query,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var runs = new List<Run>();
        var request = new ListExecutionsRequest { StateMachineArn = flow.MachineArn, MaxResults = RunsOnPage };
        var wanted = 0;
        for (var pages = 1; ; pages++)
        {
            var answer = await services.StepFunctions.ListExecutionsAsync(request, cancellationToken);
            foreach (var execution in answer.Executions ?? [])
            {
                var run = Read(flow, execution);
                if (query.Takes(run.RunId, run.StartedAt) && (query.Status is null || query.Status == run.Status))
                {
                    runs.Add(await WithErrorAsync(services, run, query, cancellationToken));
                }
            }

            request.NextToken = answer.NextToken;
            DateTimeOffset? oldest = answer.Executions is [.., var last] ? Time(last.StartDate) : null;
            if (request.NextToken is null || oldest < since || runs.Count(query.HasError) > query.Limit)
            {
                return new StandardPage(runs, pages, null);
            }

            wanted += oldest <= query.Until && (query.After is not { } after || oldest <= after.StartedAt) ? 1 : 0;
            if (wanted == MostPages || pages == MostPagesInAll)
            {
                return new StandardPage(runs, pages, oldest ?? since);
            }
        }
    }

    /// <summary>One run with its error and answer; null where no run has this name.</summary>
    public static async Task<Run?> DescribeAsync(
        DeploymentServices services,
        DeployedFlow flow,
        string runId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var found = await services.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = ExecutionArn.Of(flow.MachineArn, runId) },
                cancellationToken
            );
            return new Run
            {
                RunId = found.Name,
                Tenant = flow.Tenant,
                Flow = flow.Live.Flow,
                IsExpress = false,
                ExecutionArn = found.ExecutionArn,
                Status = found.Status.Value,
                StartedAt = Time(found.StartDate),
                EndedAt = found.StopDate is null ? null : Time(found.StopDate),
                MachineVersionArn = found.StateMachineVersionArn,
                Error = found.Error,
                Cause = found.Cause,
                Output = found.Output,
                Redrives = found.RedriveCount ?? 0,
            };
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>The events of a run.</summary>
    public static async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(
        DeploymentServices services,
        Run run,
        CancellationToken cancellationToken
    )
    {
        var events = new List<HistoryEvent>();
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = run.ExecutionArn,
            IncludeExecutionData = true,
            MaxResults = RunsOnPage,
        };
        do
        {
            var page = await services.StepFunctions.GetExecutionHistoryAsync(request, cancellationToken);
            events.AddRange((page.Events ?? []).Select(ServiceHistory.Of));
            request.NextToken = page.NextToken;
        } while (request.NextToken is not null);
        return events;
    }

    // The list of executions has no errors.
    private static async Task<Run> WithErrorAsync(
        DeploymentServices services,
        Run run,
        RunQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.Error is null || run.Status is "SUCCEEDED" or "RUNNING")
        {
            return run;
        }

        var found = await services.StepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = run.ExecutionArn },
            cancellationToken
        );
        return run with { Error = found.Error, Cause = found.Cause };
    }

    private static Run Read(DeployedFlow flow, ExecutionListItem execution) =>
        new()
        {
            RunId = execution.Name,
            Tenant = flow.Tenant,
            Flow = flow.Live.Flow,
            IsExpress = false,
            ExecutionArn = execution.ExecutionArn,
            Status = execution.Status.Value,
            StartedAt = Time(execution.StartDate),
            EndedAt = execution.StopDate is null ? null : Time(execution.StopDate),
            MachineVersionArn = execution.StateMachineVersionArn,
            Redrives = execution.RedriveCount ?? 0,
        };

    private static DateTimeOffset Time(DateTime? time) => new(time!.Value.ToUniversalTime());
}

/// <summary>Runs of a STANDARD flow.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Pages">How many pages of all runs were read for them.</param>
/// <param name="CutAt">The start of the oldest run that was looked at, if there are more; null if all were.</param>
internal sealed record StandardPage(IReadOnlyList<Run> Runs, int Pages, DateTimeOffset? CutAt);
