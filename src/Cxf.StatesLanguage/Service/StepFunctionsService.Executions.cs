using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;

namespace Cxf.StatesLanguage.Service;

/// <content>Executions.</content>
public sealed partial class StepFunctionsService
{
    /// <summary>
    /// Starts an execution. For a STANDARD machine the same name and input as those of a running execution answer that one.
    /// </summary>
    public StartExecutionResult StartExecution(StartExecutionRequest request)
    {
        var run = Start(request, synchronous: false);
        return new StartExecutionResult(run.Arn, run.StartDate);
    }

    /// <summary>Starts an execution of an EXPRESS machine and waits for its end. A failed one is an answer too.</summary>
    public async Task<StartSyncExecutionResult> StartSyncExecution(
        StartExecutionRequest request, CancellationToken cancellationToken = default)
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
            Billing.Of(run.StopDate.Value - run.StartDate));
    }

    /// <summary>Describes an execution of a STANDARD machine.</summary>
    public DescribeExecutionResult DescribeExecution(ExecutionRequest request)
    {
        var run = StandardExecution(Required(request.ExecutionArn, "executionArn"));
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
            $"Execution is {StatusNames.Of(run.Status)} and cannot be redriven");
    }

    /// <summary>The events of an execution of a STANDARD machine.</summary>
    public GetExecutionHistoryResult GetExecutionHistory(GetExecutionHistoryRequest request)
    {
        var arn = Required(request.ExecutionArn, "executionArn");
        var events = StandardExecution(arn).History.Snapshot();
        var reverse = request.ReverseOrder == true;
        var page = Paging.Take(
            reverse ? [.. events.Reverse()] : events, request.MaxResults, request.NextToken, $"History {arn} {reverse}");
        return new GetExecutionHistoryResult(page.Items, page.NextToken) { IncludeExecutionData = request.IncludeExecutionData != false };
    }

    /// <summary>Lists the executions of a STANDARD machine, a version or an alias, newest first.</summary>
    public ListExecutionsResult ListExecutions(ListRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        if (request.StatusFilter is { } filter && !StatusNames.All.Contains(filter))
        {
            throw ApiErrors.NotOneOf("statusFilter", filter, StatusNames.All);
        }

        lock (_gate)
        {
            var (machine, qualifier) = Qualified(arn);
            if (machine.Current.Type == StateMachineType.Express)
            {
                throw ApiErrors.TypeNotSupported();
            }

            var runs = machine.Executions.Values
                .Reverse()
                .Where(run => qualifier is null || run.Origin.VersionArn == arn || run.Origin.AliasArn == arn)
                .Where(run => request.StatusFilter is null || StatusNames.Of(run.Status) == request.StatusFilter);
            var page = Paging.Take([.. runs], request.MaxResults, request.NextToken, $"Executions {arn} {request.StatusFilter}");
            return new ListExecutionsResult(
                [.. page.Items.Select(static run => new ExecutionListItem(
                    run.Arn, run.Machine.Arn, run.Origin.VersionArn, run.Origin.AliasArn, run.Name, StatusNames.Of(run.Status), run.StartDate, run.StopDate, 0))],
                page.NextToken);
        }
    }

    /// <summary>Stops an execution of a STANDARD machine; one that has ended stays as it is.</summary>
    public StopExecutionResult StopExecution(StopExecutionRequest request)
    {
        var run = StandardExecution(Required(request.ExecutionArn, "executionArn"));
        run.Abort(request.Error, request.Cause);
        return new StopExecutionResult(run.StopDate ?? Now);
    }

    /// <summary>The history of any execution, EXPRESS ones included, which the API does not show.</summary>
    public IReadOnlyList<HistoryEvent> HistoryOf(string executionArn) => Execution(executionArn).History.Snapshot();

    /// <summary>
    /// How often each mocked state of an ended execution was called, by its key in the mock file; a call that the mock had no
    /// answer for counts too, so that tests can tell answers that were missing and answers that nobody asked for.
    /// </summary>
    public IReadOnlyDictionary<string, int> MockedCallsOf(string executionArn) => Execution(executionArn).MockedCalls;

    /// <summary>Any execution, EXPRESS ones included.</summary>
    public ExecutionView ViewOf(string executionArn) => View(Execution(executionArn));

    /// <summary>All executions in the order in which they were started, EXPRESS ones included.</summary>
    public IReadOnlyList<ExecutionView> ViewAll()
    {
        lock (_gate)
        {
            return [.. _executions.Values.Select(View)];
        }
    }

    /// <summary>Waits until an execution has ended.</summary>
    public Task WhenEnded(string executionArn, CancellationToken cancellationToken = default) =>
        Execution(executionArn).Completion.WaitAsync(cancellationToken);

    internal ExecutionRun Start(StartExecutionRequest request, bool synchronous)
    {
        var (arn, testCase) = MockedTestCase(Required(request.StateMachineArn, "stateMachineArn"));
        if (request.Name is { } asked)
        {
            MemberLength.CheckName(asked);
            if (!NameRules.IsValid(asked))
            {
                throw ApiErrors.InvalidName(asked);
            }
        }

        ExecutionRun run;
        lock (_gate)
        {
            var (machine, qualifier) = Qualified(arn);
            var express = machine.Current.Type == StateMachineType.Express;
            if (synchronous && !express)
            {
                throw ApiErrors.TypeNotSupported();
            }

            var input = ExecutionInput.Parse(request.Input);
            var name = request.Name ?? NewId(arn);
            var (revision, origin) = Route(machine, qualifier, arn, name);
            var executionArn = express
                ? $"arn:aws:states:{_engine.Region}:{_engine.Account}:express:{revision.Name}:{name}:{NewId(name)}"
                : $"arn:aws:states:{_engine.Region}:{_engine.Account}:execution:{revision.Name}:{name}";
            if (!express && machine.Executions.TryGetValue(name, out var existing) && !IsForgotten(existing))
            {
                return existing.Status == ExecutionStatus.Running && existing.Input.Utf8.Span.SequenceEqual(input.Utf8.Span)
                    ? existing
                    : throw ApiErrors.ExecutionAlreadyExists(executionArn);
            }

            run = new ExecutionRun(_engine, revision, executionArn, name, input, origin with { TestCase = testCase });
            machine.Executions.Remove(name);
            machine.Executions.Add(express ? executionArn : name, run);
            _executions[executionArn] = run;
        }

        run.Start();
        return run;
    }

    private bool IsForgotten(ExecutionRun run) => run.StopDate + ServiceLimits.NameRetention <= Now;

    private static ExecutionView View(ExecutionRun run) => new(
        run.Arn, run.Machine.Arn, run.Name, run.Status, run.StartDate, run.StopDate, run.Error?.Error, run.Error?.Cause, run.Output?.ToString());

    /// <summary>The convention of Step Functions Local: a test case of the mock file is named behind a <c>#</c>.</summary>
    private static (string Arn, string? TestCase) MockedTestCase(string arn) =>
        arn.IndexOf('#', StringComparison.Ordinal) is var cut && cut > 0 ? (arn[..cut], arn[(cut + 1)..]) : (arn, null);

    private (
        MachineRevision Revision, ExecutionOrigin Origin) Route(
            StateMachineRecord machine, string? qualifier, string arn, string name)
    {
        if (qualifier is null)
        {
            return (machine.Current, default);
        }

        if (VersionOf(machine, qualifier) is { } version)
        {
            return (version.Revision, new ExecutionOrigin(version.Arn, null));
        }

        if (!machine.Aliases.TryGetValue(qualifier, out var alias))
        {
            throw ApiErrors.MachineDoesNotExist(arn);
        }

        // The name decides: a start that is repeated goes to the same version.
        var draw = (uint)StableId.Seed($"{arn}\n{name}", _engine.Seed) % 100;
        var route = draw < alias.Routing[0].Weight ? alias.Routing[0] : alias.Routing[^1];
        var routed = VersionOf(machine, route.StateMachineVersionArn![(machine.Current.Arn.Length + 1)..])!;
        return (routed.Revision, new ExecutionOrigin(routed.Arn, alias.Arn));
    }

    private ExecutionRun Execution(string arn)
    {
        lock (_gate)
        {
            return _executions.TryGetValue(arn, out var run) ? run : throw ApiErrors.ExecutionDoesNotExist(arn);
        }
    }

    private ExecutionRun StandardExecution(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw ApiErrors.InvalidArn($"Invalid ARN prefix: {arn}");
        }

        return arn.Contains(":execution:", StringComparison.Ordinal)
            ? Execution(arn)
            : throw ApiErrors.InvalidArn($"Resource type not valid in this context: {ResourceType(arn)}");
    }
}
