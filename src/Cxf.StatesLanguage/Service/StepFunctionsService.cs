using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// AWS Step Functions in this process: the operations of its API on state machines, versions, aliases and executions in memory.
/// Every operation answers as AWS does and throws <see cref="StepFunctionsException"/> with AWS's code where AWS would return an
/// error. Safe to use from many threads.
/// </summary>
public sealed class StepFunctionsService : IDisposable
{
    private readonly Scheduler _scheduler;
    private readonly MachineOperations _machines;
    private readonly VersionOperations _versions;
    private readonly AliasOperations _aliases;
    private readonly TagOperations _tags;
    private readonly ExecutionOperations _executions;
    private readonly StateTestOperations _stateTests;
    private readonly ActivityOperations _activities;
    private readonly TaskOperations _tasks;
    private readonly MapRunOperations _mapRuns;
    private readonly LogOperations _logs;

    /// <summary>Starts a service without state machines.</summary>
    public StepFunctionsService(StepFunctionsOptions? options = null)
    {
        options ??= new StepFunctionsOptions();
        var time = options.TimeProvider;
        var threads = options.Threads ?? (ReferenceEquals(time, TimeProvider.System) ? Environment.ProcessorCount : 0);
        _scheduler = new Scheduler(time, threads);
        var activities = new ActivityRegistry();
        Engine = new Engine(
            _scheduler.Clock,
            _scheduler,
            TaskServicesFactory.Create(this, options, activities),
            new TaskTokens(),
            options.Mocks,
            options.Region,
            options.AccountId,
            options.Seed,
            options.KeepHistory,
            options.Budget
        );
        StartLosses = options.StartLosses ?? (static _ => StartLoss.None);
        var registry = new StateMachineRegistry(Engine, options.Retention);
        var expressions = JsonataOptions.StepFunctions with
        {
            TimeProvider = _scheduler.Clock,
            Limits = options.ExpressionLimits,
            Budget = options.Budget,
        };
        _machines = new MachineOperations(registry, expressions);
        _versions = new VersionOperations(registry);
        _aliases = new AliasOperations(registry);
        _tags = new TagOperations(registry);
        _executions = new ExecutionOperations(registry);
        _stateTests = new StateTestOperations(registry, expressions);
        _activities = new ActivityOperations(registry, activities);
        _tasks = new TaskOperations(registry, activities);
        _mapRuns = new MapRunOperations(registry);
        _logs = new LogOperations(registry);
    }

    /// <summary>When the next wait of any execution ends; null when nothing waits. Tests move a virtual clock to it.</summary>
    public DateTimeOffset? NextDue => _scheduler.NextDue;

    internal Engine Engine { get; }

    internal Func<string?, StartLoss> StartLosses { get; }

    /// <summary>Creates a state machine. Repeating a creation returns the existing machine.</summary>
    public CreateStateMachineResult CreateStateMachine(CreateStateMachineRequest request) =>
        _machines.CreateStateMachine(request);

    /// <summary>Changes a state machine; running executions keep what they started with.</summary>
    public UpdateStateMachineResult UpdateStateMachine(UpdateStateMachineRequest request) =>
        _machines.UpdateStateMachine(request);

    /// <summary>Describes a state machine or one of its versions.</summary>
    public DescribeStateMachineResult DescribeStateMachine(StateMachineRequest request) =>
        _machines.DescribeStateMachine(request);

    /// <summary>Describes the state machine as an execution runs it.</summary>
    public DescribeMachineForExecutionResult DescribeStateMachineForExecution(ExecutionRequest request) =>
        _machines.DescribeStateMachineForExecution(request);

    /// <summary>
    /// Deletes a state machine with its versions and aliases and stops its executions. Deleting a missing one succeeds.
    /// </summary>
    public EmptyResult DeleteStateMachine(StateMachineRequest request) => _machines.DeleteStateMachine(request);

    /// <summary>Lists state machines in the order of their creation.</summary>
    public ListStateMachinesResult ListStateMachines(ListRequest request) => _machines.ListStateMachines(request);

    /// <summary>Checks a definition without creating anything.</summary>
    public ValidateDefinitionResult ValidateStateMachineDefinition(ValidateDefinitionRequest request) =>
        _machines.ValidateStateMachineDefinition(request);

    /// <summary>Publishes the current revision; publishing it again returns the same version.</summary>
    public PublishVersionResult PublishStateMachineVersion(PublishVersionRequest request) =>
        _versions.PublishStateMachineVersion(request);

    /// <summary>Deletes a version that no alias names. Deleting a missing one succeeds.</summary>
    public EmptyResult DeleteStateMachineVersion(VersionRequest request) => _versions.DeleteStateMachineVersion(request);

    /// <summary>Lists a machine's versions, newest first.</summary>
    public ListVersionsResult ListStateMachineVersions(ListRequest request) => _versions.ListStateMachineVersions(request);

    /// <summary>Creates an alias of one or two versions. Repeating a creation returns the existing alias.</summary>
    public CreateAliasResult CreateStateMachineAlias(CreateAliasRequest request) => _aliases.CreateStateMachineAlias(request);

    /// <summary>Changes an alias.</summary>
    public UpdateAliasResult UpdateStateMachineAlias(UpdateAliasRequest request) => _aliases.UpdateStateMachineAlias(request);

    /// <summary>Describes an alias.</summary>
    public DescribeAliasResult DescribeStateMachineAlias(AliasRequest request) => _aliases.DescribeStateMachineAlias(request);

    /// <summary>Deletes an alias. Deleting a missing one succeeds.</summary>
    public EmptyResult DeleteStateMachineAlias(AliasRequest request) => _aliases.DeleteStateMachineAlias(request);

    /// <summary>Lists a machine's aliases by name.</summary>
    public ListAliasesResult ListStateMachineAliases(ListRequest request) => _aliases.ListStateMachineAliases(request);

    /// <summary>Adds tags to a state machine.</summary>
    public EmptyResult TagResource(TagRequest request) => _tags.TagResource(request);

    /// <summary>Removes tags from a state machine.</summary>
    public EmptyResult UntagResource(UntagRequest request) => _tags.UntagResource(request);

    /// <summary>Lists a state machine's tags.</summary>
    public ListTagsResult ListTagsForResource(ResourceRequest request) => _tags.ListTagsForResource(request);

    /// <summary>
    /// Starts an execution. For a STANDARD machine, a repeated start with the name and input of a running execution returns that
    /// execution.
    /// </summary>
    public StartExecutionResult StartExecution(StartExecutionRequest request) => _executions.StartExecution(request);

    /// <summary>
    /// Starts an execution of an EXPRESS machine and waits for its end. A failed execution is an answer, not an exception.
    /// </summary>
    public Task<StartSyncExecutionResult> StartSyncExecution(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => _executions.StartSyncExecution(request, cancellationToken);

    /// <summary>Describes an execution of a STANDARD machine.</summary>
    public DescribeExecutionResult DescribeExecution(ExecutionRequest request) => _executions.DescribeExecution(request);

    /// <summary>The events of an execution of a STANDARD machine.</summary>
    public GetExecutionHistoryResult GetExecutionHistory(GetExecutionHistoryRequest request) =>
        _executions.GetExecutionHistory(request);

    /// <summary>Lists the executions of a STANDARD machine, a version or an alias, newest first.</summary>
    public ListExecutionsResult ListExecutions(ListRequest request) => _executions.ListExecutions(request);

    /// <summary>Stops an execution of a STANDARD machine; an ended one stays unchanged.</summary>
    public StopExecutionResult StopExecution(StopExecutionRequest request) => _executions.StopExecution(request);

    /// <summary>
    /// Starts an unsuccessful execution again at the states where it ended; what succeeded before is not repeated.
    /// </summary>
    public RedriveExecutionResult RedriveExecution(RedriveExecutionRequest request) => _executions.RedriveExecution(request);

    /// <summary>Lists the map runs of an execution, newest first.</summary>
    public ListMapRunsResult ListMapRuns(ListMapRunsRequest request) => _mapRuns.ListMapRuns(request);

    /// <summary>Describes the children of a distributed Map state.</summary>
    public DescribeMapRunResult DescribeMapRun(MapRunRequest request) => _mapRuns.DescribeMapRun(request);

    /// <summary>Changes the limits of a map run.</summary>
    public EmptyResult UpdateMapRun(UpdateMapRunRequest request) => _mapRuns.UpdateMapRun(request);

    /// <summary>Creates an activity. Repeating a creation returns the existing activity.</summary>
    public CreateActivityResult CreateActivity(CreateActivityRequest request) => _activities.CreateActivity(request);

    /// <summary>Describes an activity.</summary>
    public DescribeActivityResult DescribeActivity(ActivityRequest request) => _activities.DescribeActivity(request);

    /// <summary>Deletes an activity. Deleting a missing one succeeds.</summary>
    public EmptyResult DeleteActivity(ActivityRequest request) => _activities.DeleteActivity(request);

    /// <summary>Lists the activities by name.</summary>
    public ListActivitiesResult ListActivities(ListRequest request) => _activities.ListActivities(request);

    /// <summary>Takes the oldest task of an activity; waits up to a minute for one.</summary>
    public Task<GetActivityTaskResult> GetActivityTask(
        GetActivityTaskRequest request,
        CancellationToken cancellationToken = default
    ) => _tasks.GetActivityTask(request, cancellationToken);

    /// <summary>Returns a task token with the task's output.</summary>
    public EmptyResult SendTaskSuccess(SendTaskSuccessRequest request) => _tasks.SendTaskSuccess(request);

    /// <summary>Returns a task token with an error.</summary>
    public EmptyResult SendTaskFailure(SendTaskFailureRequest request) => _tasks.SendTaskFailure(request);

    /// <summary>Reports that the task of a token still runs.</summary>
    public EmptyResult SendTaskHeartbeat(SendTaskHeartbeatRequest request) => _tasks.SendTaskHeartbeat(request);

    /// <summary>
    /// Runs one state without a state machine, with or without a mocked result. Nothing waits: a Wait state ends at once, and an
    /// error that a retrier would handle is the answer.
    /// </summary>
    public Task<TestStateResult> TestState(TestStateRequest request, CancellationToken cancellationToken = default) =>
        _stateTests.TestState(request, cancellationToken);

    /// <summary>The history of any execution, including EXPRESS executions, which the API does not show.</summary>
    public IReadOnlyList<HistoryEvent> HistoryOf(string executionArn) => _executions.HistoryOf(executionArn);

    /// <summary>
    /// How often each mocked state of an ended execution was called, by its key in the mock file; calls without a mocked answer
    /// count too, so that tests can report missing and unused answers.
    /// </summary>
    public IReadOnlyDictionary<string, int> MockedCallsOf(string executionArn) => _executions.MockedCallsOf(executionArn);

    /// <summary>Any execution, EXPRESS ones included.</summary>
    public ExecutionView ViewOf(string executionArn) => _executions.ViewOf(executionArn);

    /// <summary>All executions in the order in which they were started, EXPRESS ones included.</summary>
    public IReadOnlyList<ExecutionView> ViewAll() => _executions.ViewAll();

    /// <summary>The log groups that machines log to, by name.</summary>
    public IReadOnlyList<string> LogGroups() => _logs.LogGroups();

    /// <summary>What machines logged to a log group, in the order of time, as their logging configuration says.</summary>
    /// <param name="logGroup">The group's name.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The moment after the last.</param>
    public IReadOnlyList<LoggedEvent> LoggedEvents(string logGroup, DateTimeOffset from, DateTimeOffset until) =>
        _logs.LoggedEvents(logGroup, from, until);

    /// <summary>Waits until an execution has ended.</summary>
    public Task WhenEnded(string executionArn, CancellationToken cancellationToken = default) =>
        _executions.WhenEnded(executionArn, cancellationToken);

    /// <summary>Waits until no execution is running, nor one that it has started meanwhile.</summary>
    public Task WhenIdle(CancellationToken cancellationToken = default) => _executions.WhenIdle(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _scheduler.Dispose();

    internal ExecutionRun Start(StartExecutionRequest request, bool synchronous) => _executions.Start(request, synchronous);
}
