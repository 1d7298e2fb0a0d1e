using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Flows.Timing;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Reading;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.Time.Testing;
using EngineType = Cxf.StatesLanguage.Model.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Flows.Tests.Timing;

/// <summary>
/// Random flows that run each other, in the embedded Step Functions under virtual time: a short one whose caller waits and one
/// whose caller continues, both live, and a published version that runs them.
/// </summary>
internal sealed class RandomDeployment : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<FlowId, LiveChild> _live = [];
    private readonly Dictionary<PinnedVersion, FlowDefinition> _pinned = [];
    private readonly VirtualDelays _delays;
    private readonly StepFunctionsService _service;

    /// <param name="random">Draws the flows and what happens to them.</param>
    /// <param name="isInTrouble">Whether writes to the table of runs fail.</param>
    /// <param name="hasFreeLoops">
    /// Whether loops are free (<see cref="RandomFlow.HasFreeLoops"/>) and starts of live flows get lost.
    /// </param>
    /// <param name="hasUndo">Whether steps are undone when the flow fails (<see cref="RandomFlow.HasUndo"/>).</param>
    /// <param name="hasInnerUndo">The same for the published version, which then runs in no branch and no loop's body.</param>
    public RandomDeployment(
        Random random,
        bool isInTrouble,
        bool hasFreeLoops = false,
        bool hasUndo = false,
        bool hasInnerUndo = false
    )
    {
        _delays = new VirtualDelays(_time);
        var tables = new InMemoryDynamoDb();
        tables.AddTable("runs", RunRecord.PartitionKey, RunRecord.SortKey);
        _service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                TimeProvider = _time,
                Lambda = new SlowAnswers(new Random(random.Next()), _delays),
                DynamoDb = new SlowTables(tables, new Random(random.Next()), _delays, isInTrouble),
                Seed = random.Next(),
                StartLosses = hasFreeLoops ? LossesOf(new Random(random.Next())) : null,
            }
        );
        Publish(new RandomFlow(random) { IsQuick = true, HasUndo = hasUndo }.Document("auto", "quick"));
        Publish(new RandomFlow(random) { HasUndo = hasUndo }.Document("continues", "slow"));
        Document = new RandomFlow(random)
        {
            IsQuick = !hasInnerUndo,
            HasFreeLoops = hasFreeLoops,
            HasUndo = hasInnerUndo,
            Children = [("quick", null), ("slow", null)],
        }.Document("auto", "part");
        Take(Check());
        _pinned[new PinnedVersion(Flow.Id, 1)] = Flow;
        FlowReading checkedFlow;
        do
        {
            Document = new RandomFlow(random)
            {
                HasFreeLoops = hasFreeLoops,
                HasUndo = hasUndo,
                Children = [("quick", null), ("slow", null), ("part", 1)],
            }.Document(random.Next(2) == 0 ? "auto" : "continues");
            checkedFlow = Check();
        } while (hasInnerUndo && checkedFlow.Diagnostics.Any(one => one.Code == FlowCodes.UndoPlace));

        Take(checkedFlow);
    }

    /// <summary>The flow that runs the others.</summary>
    public string Document { get; private set; }

    public FlowDefinition Flow { get; private set; } = null!;

    public IReadOnlyDictionary<PinnedVersion, FlowDefinition> Pinned => _pinned;

    /// <summary>Its timing, and the clock of the same when every write of every run's record is repeated.</summary>
    public (FlowTiming Usual, TimeSpan? Repeated) Clocks()
    {
        var repeated = FlowTiming.Of(Flow, Facts(ClaimTimes.Repeated), _pinned);
        return (FlowTiming.Of(Flow, Facts(0), _pinned), repeated.Longest.WorstCase + TimeSpan.FromSeconds(ClaimTimes.Repeated));
    }

    /// <summary>Every execution so far, with its history.</summary>
    public IEnumerable<(ExecutionView View, IReadOnlyList<HistoryEvent> History)> Executions() =>
        _service.ViewAll().Select(view => (view, _service.HistoryOf(view.ExecutionArn)));

    /// <summary>Runs it once: how long that took, and how many transitions.</summary>
    public (TimeSpan Took, int Transitions) Run()
    {
        var arn = _service
            .StartExecution(
                new StartExecutionRequest(Create(Flow).Arn, "run-1", """{"contact":{"contactId":"c"},"payload":{}}""")
            )
            .ExecutionArn;
        while (_service.ViewOf(arn).StopDate is null)
        {
            var due =
                new[] { _service.NextDue, _delays.NextDue }.Min()
                ?? throw new InvalidOperationException("The run waits for nothing.");
            _time.Advance(due > _time.GetUtcNow() ? due - _time.GetUtcNow() : TimeSpan.FromTicks(1));
        }

        // Every state entered, and every attempt of a task behind its first.
        var events = _service.HistoryOf(arn);
        var entered = events.Count(one => one.Details is StateEnteredDetails);
        var scheduled = events.Count(one => one.Type == HistoryEventType.TaskScheduled);
        var tasks = events.Count(one => one.Type == HistoryEventType.TaskStateEntered);
        var view = _service.ViewOf(arn);
        return (view.StopDate!.Value - view.StartDate, entered + scheduled - tasks);
    }

    public void Dispose() => _service.Dispose();

    private static Func<string?, StartLoss> LossesOf(Random random) =>
        _ =>
            random.Next(6) switch
            {
                0 => StartLoss.Request,
                1 => StartLoss.Answer,
                _ => StartLoss.None,
            };

    private void Publish(string document)
    {
        Document = document;
        Take(Check());
        var (arn, compiled) = Create(Flow);
        _live[Flow.Id] = new LiveChild(arn, LiveFlowFacts.Of(Flow, compiled));
    }

    private FlowReading Check() =>
        Documents.Read(
            Document,
            new FlowContext(
                new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET", "POST"] }
            )
            {
                LiveFlows = Facts(0),
                PinnedFlows = _pinned,
            }
        );

    private void Take(FlowReading reading)
    {
        Assert.True(reading.Flow is not null, $"{Document}\n{string.Join('\n', reading.Diagnostics)}");
        Flow = reading.Flow;
    }

    private (string Arn, CompiledFlow Compiled) Create(FlowDefinition flow)
    {
        var compiled = FlowCompiler.Compile(
            flow,
            new CompilationTarget(TenantId.Parse("acme"), 1, "call-api")
            {
                RunsTable = "runs",
                LiveFlows = _live,
                PinnedFlows = _pinned,
            }
        );
        var type = compiled.Type == StateMachineType.Express ? EngineType.Express : EngineType.Standard;
        Assert.Empty(DefinitionValidator.Validate(compiled.Definition, type));
        return (
            _service
                .CreateStateMachine(
                    new CreateStateMachineRequest(flow.Id.Value, compiled.Definition, "arn:aws:iam::111111111111:role/r", type)
                )
                .StateMachineArn,
            compiled
        );
    }

    private Dictionary<FlowId, LiveFlowFacts> Facts(double more) =>
        _live.ToDictionary(
            child => child.Key,
            child => child.Value.Facts with { Bound = child.Value.Bound + TimeSpan.FromSeconds(more) }
        );
}
