using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

internal sealed class MapRunOperations(StateMachineRegistry registry)
{
    private const int MaxPercentage = 100;

    public ListMapRunsResult ListMapRuns(ListMapRunsRequest request)
    {
        var arn = RequestMember.Required(request.ExecutionArn, "executionArn");
        var runs = registry.StandardExecution(arn).MapRuns.Select(static (run, index) => (Run: run, Number: (long)index));
        var page = Paging.Take(
            runs.Reverse(),
            static run => Paging.Position(run.Number),
            request.MaxResults,
            request.NextToken,
            $"MapRuns {arn}",
            Paging.PageTokenCharacters,
            descending: true
        );
        return new ListMapRunsResult(
            [
                .. page.Items.Select(run => new MapRunListItem(
                    arn,
                    run.Run.Arn,
                    run.Run.StateMachineArn,
                    run.Run.StartDate,
                    run.Run.StopDate
                )),
            ],
            page.NextToken
        );
    }

    public DescribeMapRunResult DescribeMapRun(MapRunRequest request)
    {
        var run = registry.MapRun(RequestMember.Required(request.MapRunArn, "mapRunArn"));
        return new DescribeMapRunResult(
            run.Arn,
            run.Execution.Arn,
            StatusNames.Of(run.Status),
            run.StartDate,
            run.StopDate,
            run.MaxConcurrency,
            run.Tolerance.Percentage ?? 0,
            (int)(run.Tolerance.Count ?? 0),
            Count(run, static child => child.Items),
            Count(run, static _ => 1),
            run.RedriveCount,
            run.RedriveDate
        );
    }

    public EmptyResult UpdateMapRun(UpdateMapRunRequest request)
    {
        var run = registry.MapRun(RequestMember.Required(request.MapRunArn, "mapRunArn"));
        if (request is { MaxConcurrency: null, ToleratedFailureCount: null, ToleratedFailurePercentage: null })
        {
            throw ApiErrors.Validation(
                "Either the maxConcurrency, the toleratedFailureCount, or the toleratedFailurePercentage must be specified"
            );
        }

        NotNegative("maxConcurrency", request.MaxConcurrency);
        NotNegative("toleratedFailureCount", request.ToleratedFailureCount);
        if (request.ToleratedFailurePercentage is < 0 or > MaxPercentage)
        {
            throw ApiErrors.Constraint(
                "toleratedFailurePercentage",
                $"{request.ToleratedFailurePercentage}",
                $"Member must have value between 0 and {MaxPercentage}"
            );
        }

        run.Execution.Strand.Post(
            _ =>
            {
                run.MaxConcurrency = request.MaxConcurrency ?? run.MaxConcurrency;
                run.Tolerance = new FailureTolerance(
                    request.ToleratedFailureCount ?? run.Tolerance.Count,
                    request.ToleratedFailurePercentage ?? run.Tolerance.Percentage
                );
                run.LimitsChanged?.Invoke();
            },
            null
        );
        return new EmptyResult();
    }

    private static void NotNegative(string member, int? value)
    {
        if (value < 0)
        {
            throw ApiErrors.Negative(member, value.Value);
        }
    }

    private static MapRunCounts Count(MapRun run, Func<MapRunChild, int> size)
    {
        int Of(ExecutionStatus? status) => run.Children.Where(child => child.Status == status).Sum(size);
        return new MapRunCounts(
            Of(null),
            Of(ExecutionStatus.Running),
            Of(ExecutionStatus.Succeeded),
            Of(ExecutionStatus.Failed),
            Of(ExecutionStatus.TimedOut),
            Of(ExecutionStatus.Aborted),
            run.Children.Sum(size),
            Of(ExecutionStatus.Succeeded)
        );
    }
}
