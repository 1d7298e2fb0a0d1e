using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

internal sealed class ExecutionOperations(StateMachineRegistry registry)
{
    public StartExecutionResult StartExecution(StartExecutionRequest request)
    {
        var run = Start(request, synchronous: false);
        return new StartExecutionResult(run.Arn, run.StartDate);
    }

    public async Task<StartSyncExecutionResult> StartSyncExecution(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var run = Start(request, synchronous: true);
        await run.Completion.WaitAsync(cancellationToken);
        return new StartSyncExecutionResult(
            run.Arn,
            run.Machine.Arn,
            run.Name,
            run.StartDate,
            run.StopDate!.Value,
            StatusNames.Of(run.Status),
            run.Error?.Error,
            run.Error?.Cause,
            run.Input.ToString(),
            new DataDetails(true),
            run.Output?.ToString(),
            run.Output is null ? null : new DataDetails(true),
            Billing.Of(run.StopDate.Value - run.StartDate)
        );
    }

    public DescribeExecutionResult DescribeExecution(ExecutionRequest request)
    {
        var run = registry.StandardExecution(RequestMember.Required(request.ExecutionArn, "executionArn"));
        return new DescribeExecutionResult(
            run.Arn,
            run.Machine.Arn,
            run.Origin.VersionArn,
            run.Origin.AliasArn,
            run.Name,
            StatusNames.Of(run.Status),
            run.StartDate,
            run.StopDate,
            run.Input.ToString(),
            new DataDetails(true),
            run.Output?.ToString(),
            run.Output is null ? null : new DataDetails(true),
            run.Error?.Error,
            run.Error?.Cause,
            0,
            "NOT_REDRIVABLE",
            $"Execution is {StatusNames.Of(run.Status)} and cannot be redriven"
        );
    }

    public GetExecutionHistoryResult GetExecutionHistory(GetExecutionHistoryRequest request)
    {
        var arn = RequestMember.Required(request.ExecutionArn, "executionArn");
        var events = registry.StandardExecution(arn).History.Snapshot();
        var reverse = request.ReverseOrder == true;
        var page = Paging.Take(
            reverse ? [.. events.Reverse()] : events,
            request.MaxResults,
            request.NextToken,
            $"History {arn} {reverse}"
        );
        return new GetExecutionHistoryResult(page.Items, page.NextToken)
        {
            IncludeExecutionData = request.IncludeExecutionData != false,
        };
    }

    public ListExecutionsResult ListExecutions(ListRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        if (request.StatusFilter is { } filter && !StatusNames.All.Contains(filter))
        {
            throw ApiErrors.NotOneOf("statusFilter", filter, StatusNames.All);
        }

        lock (registry.Lock)
        {
            var (machine, qualifier) = registry.Qualified(arn);
            if (machine.Current.Type == StateMachineType.Express)
            {
                throw ApiErrors.TypeNotSupported();
            }

            var runs = machine
                .Executions.Values.Reverse()
                .Where(run => qualifier is null || run.Origin.VersionArn == arn || run.Origin.AliasArn == arn)
                .Where(run => request.StatusFilter is null || StatusNames.Of(run.Status) == request.StatusFilter);
            var page = Paging.Take([.. runs], request.MaxResults, request.NextToken, $"Executions {arn} {request.StatusFilter}");
            return new ListExecutionsResult(
                [
                    .. page.Items.Select(static run => new ExecutionListItem(
                        run.Arn,
                        run.Machine.Arn,
                        run.Origin.VersionArn,
                        run.Origin.AliasArn,
                        run.Name,
                        StatusNames.Of(run.Status),
                        run.StartDate,
                        run.StopDate,
                        0
                    )),
                ],
                page.NextToken
            );
        }
    }

    public StopExecutionResult StopExecution(StopExecutionRequest request)
    {
        var run = registry.StandardExecution(RequestMember.Required(request.ExecutionArn, "executionArn"));
        run.Abort(request.Error, request.Cause);
        return new StopExecutionResult(run.StopDate ?? registry.Now);
    }

    public IReadOnlyList<HistoryEvent> HistoryOf(string executionArn) => registry.Execution(executionArn).History.Snapshot();

    public IReadOnlyDictionary<string, int> MockedCallsOf(string executionArn) => registry.Execution(executionArn).MockedCalls;

    public ExecutionView ViewOf(string executionArn) => View(registry.Execution(executionArn));

    public IReadOnlyList<ExecutionView> ViewAll()
    {
        lock (registry.Lock)
        {
            return [.. registry.Executions.Values.Select(View)];
        }
    }

    public Task WhenEnded(string executionArn, CancellationToken cancellationToken = default) =>
        registry.Execution(executionArn).Completion.WaitAsync(cancellationToken);

    public ExecutionRun Start(StartExecutionRequest request, bool synchronous)
    {
        var (arn, testCase) = MockedTestCase(RequestMember.Required(request.StateMachineArn, "stateMachineArn"));
        if (request.Name is { } asked)
        {
            RequestMember.CheckName(asked);
            if (!NameRules.IsValid(asked))
            {
                throw ApiErrors.InvalidName(asked);
            }
        }

        ExecutionRun run;
        lock (registry.Lock)
        {
            var (machine, qualifier) = registry.Qualified(arn);
            var express = machine.Current.Type == StateMachineType.Express;
            if (synchronous && !express)
            {
                throw ApiErrors.TypeNotSupported();
            }

            var input = ExecutionInput.Parse(request.Input);
            var name = request.Name ?? registry.NewId(arn);
            var (revision, origin) = Route(machine, qualifier, arn, name);
            var executionArn = express
                ? registry.ArnOf($"express:{revision.Name}:{name}:{registry.NewId(name)}")
                : registry.ArnOf($"execution:{revision.Name}:{name}");
            if (!express && machine.Executions.TryGetValue(name, out var existing) && !IsForgotten(existing))
            {
                return existing.Status == ExecutionStatus.Running && existing.Input.Utf8.Span.SequenceEqual(input.Utf8.Span)
                    ? existing
                    : throw ApiErrors.ExecutionAlreadyExists(executionArn);
            }

            run = new ExecutionRun(registry.Engine, revision, executionArn, name, input, origin with { TestCase = testCase });
            machine.Executions.Remove(name);
            machine.Executions.Add(express ? executionArn : name, run);
            registry.Executions[executionArn] = run;
        }

        run.Start();
        return run;
    }

    private bool IsForgotten(ExecutionRun run) => run.StopDate + ServiceLimits.NameRetention <= registry.Now;

    private static ExecutionView View(ExecutionRun run) =>
        new(
            run.Arn,
            run.Machine.Arn,
            run.Name,
            run.Status,
            run.StartDate,
            run.StopDate,
            run.Error?.Error,
            run.Error?.Cause,
            run.Output?.ToString()
        );

    /// <summary>The convention of Step Functions Local: the name of a test case follows the ARN after a <c>#</c>.</summary>
    private static (string Arn, string? TestCase) MockedTestCase(string arn) =>
        arn.IndexOf('#', StringComparison.Ordinal) is var cut && cut > 0 ? (arn[..cut], arn[(cut + 1)..]) : (arn, null);

    private (MachineRevision Revision, ExecutionOrigin Origin) Route(
        StateMachineRecord machine,
        string? qualifier,
        string arn,
        string name
    )
    {
        if (qualifier is null)
        {
            return (machine.Current, default);
        }

        if (machine.VersionOf(qualifier) is { } version)
        {
            return (version.Revision, new ExecutionOrigin(version.Arn, null));
        }

        if (!machine.Aliases.TryGetValue(qualifier, out var alias))
        {
            throw ApiErrors.MachineDoesNotExist(arn);
        }

        // The name decides, so that a repeated start runs the same version.
        var draw = (uint)StableId.Seed($"{arn}\n{name}", registry.Engine.Seed) % 100;
        var route = draw < alias.Routing[0].Weight ? alias.Routing[0] : alias.Routing[^1];
        var routed = machine.VersionOf(route.StateMachineVersionArn![(machine.Current.Arn.Length + 1)..])!;
        return (routed.Revision, new ExecutionOrigin(routed.Arn, alias.Arn));
    }
}
