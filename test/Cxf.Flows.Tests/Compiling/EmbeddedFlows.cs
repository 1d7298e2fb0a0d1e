using System.Text;
using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.Reading;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.Time.Testing;
using DiagnosticSeverity = Cxf.Documents.DiagnosticSeverity;
using EngineType = Cxf.StatesLanguage.Model.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Runs compiled flows in the embedded Step Functions, under virtual time and with a table of runs in memory.</summary>
internal sealed class EmbeddedFlows : IDisposable, ILambdaInvoker
{
    public const string RunsTable = "runs";

    private readonly Dictionary<FlowId, LiveChild> _live = [];
    private readonly Dictionary<PinnedVersion, FlowDefinition> _pinned = [];
    private int _machines;

    /// <summary>Starts with an empty table.</summary>
    /// <param name="around">Puts something around the table, such as trouble.</param>
    public EmbeddedFlows(Func<InMemoryDynamoDb, IDynamoDbTasks>? around = null)
    {
        Tables.AddTable(RunsTable, RunRecord.PartitionKey, RunRecord.SortKey);
        Service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                TimeProvider = Time,
                Lambda = this,
                DynamoDb = around?.Invoke(Tables) ?? Tables,
                StartLosses = name => StartLosses(name!),
            }
        );
    }

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Start);

    public StepFunctionsService Service { get; }

    public InMemoryDynamoDb Tables { get; } = new();

    /// <summary>What CallApi was asked, in order.</summary>
    public List<JsonElement> Calls { get; } = [];

    /// <summary>What CallApi answers to a step's call; by default a body that names the step.</summary>
    public Func<string, JsonElement, LambdaResult> CallApi { get; set; } = (label, _) => Answer($$"""{"step":"{{label}}"}""");

    /// <summary>What gets lost when a machine starts the run of that name. Default: nothing.</summary>
    public Func<string, StartLoss> StartLosses { get; set; } = _ => StartLoss.None;

    public static LambdaResult Answer(string body, int status = 200) =>
        new(
            Encoding.UTF8.GetBytes($$$"""{"status":{{{status}}},"headers":{},"body":{{{body}}},"attempts":1,"durationMs":1}"""),
            false,
            "1"
        );

    public static LambdaResult Failure(string word) =>
        new(Encoding.UTF8.GetBytes($$"""{"errorType":"{{word}}","errorMessage":"it failed"}"""), true, "1");

    /// <summary>Makes a flow live, for other flows to run.</summary>
    /// <returns>Its machine.</returns>
    public string Publish(string document)
    {
        var (flow, compiled, arn) = Create(document);
        _live[flow.Id] = new LiveChild(arn, LiveFlowFacts.Of(flow, compiled));
        return arn;
    }

    /// <summary>Makes a machine live that never ends by itself, and gives up after a second.</summary>
    public void PublishEndless(string flowId, StateMachineType type)
    {
        var created = Service.CreateStateMachine(
            new CreateStateMachineRequest(
                flowId,
                """{"StartAt":"Wait","TimeoutSeconds":1,"States":{"Wait":{"Type":"Wait","Seconds":200,"End":true}}}""",
                "arn:aws:iam::111111111111:role/r",
                EngineTypeOf(type)
            )
        );
        _live[FlowId.Parse(flowId)] = new LiveChild(created.StateMachineArn, type, TimeSpan.FromSeconds(1));
    }

    /// <summary>Keeps a flow as a published version, for other flows to compile in.</summary>
    public void Pin(string document, int version)
    {
        var flow = Read(document);
        _pinned[new PinnedVersion(flow.Id, version)] = flow;
    }

    /// <summary>Compiles a flow, runs it to its end and tells how it ended.</summary>
    public ExecutionView Run(string document, string payload = "{}", string name = "run-1")
    {
        var arn = Begin(Create(document).Arn, payload, name);
        RunClock();
        return Service.ViewOf(arn);
    }

    /// <summary>Starts a machine's execution without moving the clock.</summary>
    public string Begin(string machineArn, string payload = "{}", string name = "run-1") =>
        Service
            .StartExecution(
                new StartExecutionRequest(
                    machineArn,
                    name,
                    $$"""{"contact":{"contactId":"c-1","customerNumber":"+12025550100"},"payload":{{payload}}}"""
                )
            )
            .ExecutionArn;

    /// <summary>Compiles a flow as it stands here, and creates its machine.</summary>
    public (FlowDefinition Flow, CompiledFlow Compiled, string Arn) Create(string document)
    {
        var flow = Read(document);
        var compiled = Compile(flow);
        var type = EngineTypeOf(compiled.Type);
        Assert.Empty(DefinitionValidator.Validate(compiled.Definition, type));
        var created = Service.CreateStateMachine(
            new CreateStateMachineRequest(
                $"{flow.Id}-{++_machines}",
                compiled.Definition,
                "arn:aws:iam::111111111111:role/r",
                type
            )
        );
        return (flow, compiled, created.StateMachineArn);
    }

    public CompiledFlow Compile(FlowDefinition flow) =>
        FlowCompiler.Compile(
            flow,
            new CompilationTarget(TenantId.Parse("acme"), 3, "call-api")
            {
                RunsTable = RunsTable,
                LiveFlows = _live,
                PinnedFlows = _pinned,
            }
        );

    /// <summary>Moves the clock from wait to wait until every execution has ended.</summary>
    public void RunClock()
    {
        while (Service.ViewAll().Any(static view => view.StopDate is null) && Service.NextDue is { } due)
        {
            Time.Advance(due > Time.GetUtcNow() ? due - Time.GetUtcNow() : TimeSpan.FromTicks(1));
        }
    }

    /// <summary>The states that an execution went through, in order.</summary>
    public IReadOnlyList<string> Path(ExecutionView view) =>
        [
            .. Service
                .HistoryOf(view.ExecutionArn)
                .Select(one => one.Details)
                .OfType<StatesLanguage.History.StateEnteredDetails>()
                .Select(entered => entered.Name),
        ];

    /// <summary>The record of a run, as texts by attribute, or null.</summary>
    public IReadOnlyDictionary<string, string>? Record(string name = "run-1") =>
        Tables
            .Items(RunsTable)
            .Select(item =>
                JsonElement
                    .Parse(item)
                    .EnumerateObject()
                    .ToDictionary(member => member.Name, member => member.Value.EnumerateObject().First().Value.GetString()!)
            )
            .FirstOrDefault(item => item[RunRecord.SortKey] == RunRecord.RunPrefix + name);

    ValueTask<LambdaResult> ILambdaInvoker.InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var request = JsonElement.Parse(payload.Span);
        Calls.Add(request);
        return ValueTask.FromResult(CallApi(request.GetProperty("idempotencyKey").GetString()!.Split('/')[1], request));
    }

    public void Dispose() => Service.Dispose();

    private static EngineType EngineTypeOf(StateMachineType type) =>
        type == StateMachineType.Express ? EngineType.Express : EngineType.Standard;

    private FlowDefinition Read(string document)
    {
        var reading = Documents.Read(
            document,
            new FlowContext(
                new Dictionary<ConnectionId, IReadOnlyCollection<string>>
                {
                    [ConnectionId.Parse("crm")] = ["GET", "HEAD", "POST", "PUT", "DELETE"],
                }
            )
            {
                LiveFlows = _live.ToDictionary(pair => pair.Key, pair => pair.Value.Facts),
                PinnedFlows = _pinned,
            }
        );
        Assert.DoesNotContain(reading.Diagnostics, one => one.Severity == DiagnosticSeverity.Error);
        return reading.Flow!;
    }
}
