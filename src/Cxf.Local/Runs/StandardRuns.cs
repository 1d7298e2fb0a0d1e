using Amazon.StepFunctions.Model;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>
/// STANDARD runs, which Step Functions keeps: newest first, page by page until the time that is asked for. A run that is known by
/// its ID takes one request for each state machine.
/// </summary>
internal static class StandardRuns
{
    private const int RunsOnPage = 1000;

    // 10,000 runs of one state machine: enough for a day of most flows, and some seconds of Step Functions' quota.
    private const int MostPages = 10;

    /// <summary>The runs of a flow; whether there were too many to look at all.</summary>
    public static async Task<(IReadOnlyList<Run> Runs, bool IsCut)> FindAsync(
        DeploymentServices services,
        DeployedFlow flow,
        RunQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.RunId is { } runId)
        {
            return (await DescribeAsync(services, flow, runId, cancellationToken) is { } found ? [found] : [], false);
        }

        var runs = new List<Run>();
        var request = new ListExecutionsRequest { StateMachineArn = flow.MachineArn, MaxResults = RunsOnPage };
        for (var page = 0; page < MostPages; page++)
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
            var isPast = answer.Executions is [.., var last] && Time(last.StartDate) < query.Since;
            if (
                request.NextToken is null
                || isPast
                || runs.Count(run => query.Error is null || run.Error == query.Error) > query.Limit
            )
            {
                return (runs, false);
            }
        }

        return (runs, true);
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
