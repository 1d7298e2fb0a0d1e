using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

internal sealed class ExecutionOperations(StateMachineRegistry registry)
{
    // One for all executions, which are kept with it.
    private readonly Action<ExecutionRun> _keep = registry.Keep;

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
        var hasData = IncludedData.IsWanted(request.IncludedData);
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
            hasData ? run.Input.ToString() : null,
            new DataDetails(hasData),
            hasData ? run.Output?.ToString() : null,
            new DataDetails(hasData),
            Billing.Of(run.StopDate.Value - run.StartDate)
        );
    }

    public DescribeExecutionResult DescribeExecution(ExecutionRequest request)
    {
        var arn = RequestMember.Required(request.ExecutionArn, "executionArn");
        var hasData = IncludedData.IsWanted(request.IncludedData);
        var run = registry.StandardExecution(arn);
        var refusal = run.RedriveRefusal;
        return new DescribeExecutionResult(
            run.Arn,
            run.Machine.Arn,
            run.Origin.VersionArn,
            run.Origin.AliasArn,
            run.Name,
            StatusNames.Of(run.Status),
            run.StartDate,
            run.StopDate,
            hasData ? run.Input.ToString() : null,
            new DataDetails(hasData),
            hasData ? run.Output?.ToString() : null,
            run.Output is null ? null : new DataDetails(hasData),
            run.Error?.Error,
            run.Error?.Cause,
            run.RedriveCount,
            run.RedriveDate,
            refusal is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
            refusal
        );
    }

    public RedriveExecutionResult RedriveExecution(RedriveExecutionRequest request)
    {
        var run = registry.StandardExecution(RequestMember.Required(request.ExecutionArn, "executionArn"));
        lock (registry.Lock)
        {
            if (request.ClientToken is { } token && run.RedriveToken == token)
            {
                return new RedriveExecutionResult(run.RedriveDate!.Value);
            }

            if (run.RedriveRefusal is { } refusal)
            {
                throw new StepFunctionsException("ExecutionNotRedrivable", $"Execution Not Redrivable: '{refusal}'");
            }

            run.RedriveToken = request.ClientToken;
            run.Redrive();
            return new RedriveExecutionResult(run.RedriveDate!.Value);
        }
    }

    public GetExecutionHistoryResult GetExecutionHistory(GetExecutionHistoryRequest request)
    {
        var arn = RequestMember.Required(request.ExecutionArn, "executionArn");
        var events = registry.StandardExecution(arn).History.Snapshot();
        var reverse = request.ReverseOrder == true;
        var page = Paging.Take(
            reverse ? events.Reverse() : events,
            static entry => Paging.Position(entry.Id),
            request.MaxResults,
            request.NextToken,
            $"History {arn} {reverse}",
            Paging.PageTokenCharacters,
            reverse
        );
        return new GetExecutionHistoryResult(page.Items, page.NextToken)
        {
            IncludeExecutionData = request.IncludeExecutionData != false,
        };
    }

    public ListExecutionsResult ListExecutions(ListRequest request)
    {
        ListingRules.Check(request);
        if (request.MapRunArn is { } mapRunArn)
        {
            return ListChildren(request, registry.MapRun(mapRunArn));
        }

        var arn = request.StateMachineArn!;
        lock (registry.Lock)
        {
            var (machine, qualifier) = registry.Qualified(arn);
            if (machine.Current.Type == StateMachineType.Express)
            {
                throw ApiErrors.TypeNotSupported();
            }

            var runs = registry
                .Executions.NewestFirst(machine.Number)
                .Where(run => qualifier is null || run.Origin.VersionArn == arn || run.Origin.AliasArn == arn)
                .Where(run => ListingRules.Matches(request, run.Status, run.RedriveCount));
            var page = Paging.Take(
                runs,
                static run => Paging.Position(run.Number),
                request.MaxResults,
                request.NextToken,
                $"Executions {arn} {request.StatusFilter} {request.RedriveFilter}",
                Paging.ExecutionsTokenCharacters,
                descending: true
            );
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
                        run.RedriveCount,
                        run.RedriveDate
                    )),
                ],
                page.NextToken
            );
        }
    }

    private static ListExecutionsResult ListChildren(ListRequest request, MapRun mapRun)
    {
        var page = Paging.Take(
            mapRun
                .Children.Where(static child => child.StartDate is not null)
                .OrderBy(static child => child.Arn, StringComparer.Ordinal)
                .Where(child => ListingRules.Matches(request, child.Status!.Value, mapRun.RedriveCount)),
            static child => child.Arn,
            request.MaxResults,
            request.NextToken,
            $"Children {mapRun.Arn} {request.StatusFilter} {request.RedriveFilter}",
            Paging.ExecutionsTokenCharacters
        );
        return new ListExecutionsResult(
            [
                .. page.Items.Select(child => new ExecutionListItem(
                    child.Arn,
                    mapRun.StateMachineArn,
                    null,
                    null,
                    child.Name,
                    StatusNames.Of(child.Status!.Value),
                    child.StartDate!.Value,
                    child.StopDate,
                    mapRun.RedriveCount,
                    mapRun.RedriveDate,
                    mapRun.Arn,
                    child.Items
                )),
            ],
            page.NextToken
        );
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
            return [.. registry.Executions.OldestFirst.Select(View)];
        }
    }

    public Task WhenEnded(string executionArn, CancellationToken cancellationToken = default) =>
        registry.Execution(executionArn).Completion.WaitAsync(cancellationToken);

    public async Task WhenIdle(CancellationToken cancellationToken = default)
    {
        while (AnyRunning() is { } running)
        {
            await running.Completion.WaitAsync(cancellationToken);
        }
    }

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
            var name = request.Name ?? registry.NewName(arn);
            var (revision, origin) = Route(machine, qualifier, arn, name);
            var executionArn = express
                ? registry.ArnOf($"express:{revision.Name}:{name}:{registry.NewId(name)}")
                : registry.ExecutionArn(revision.Name, name);
            if (!express && registry.Executions.TryGet(executionArn, out var existing))
            {
                if (existing.MachineNumber == machine.Number && !IsForgotten(existing))
                {
                    return existing.Status == ExecutionStatus.Running && existing.Input.Utf8.Span.SequenceEqual(input.Utf8.Span)
                        ? existing
                        : throw ApiErrors.ExecutionAlreadyExists(executionArn);
                }

                registry.Executions.Replace(existing);
            }

            run = new ExecutionRun(registry.Engine, revision, executionArn, name, input, origin with { TestCase = testCase })
            {
                Number = registry.NextNumber(),
                MachineNumber = machine.Number,
                Ended = _keep,
            };
            registry.Executions.Add(run);
        }

        run.Start();
        return run;
    }

    // Only those that are not packed can run, so the time does not grow with what is kept.
    private ExecutionRun? AnyRunning()
    {
        lock (registry.Lock)
        {
            return registry.Executions.Unpacked.FirstOrDefault(run => run.StopDate is null);
        }
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
