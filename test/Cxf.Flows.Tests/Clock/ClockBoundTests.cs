using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Bill;
using Cxf.Flows.Clock;
using Cxf.Flows.Compiling;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Reading;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.Time.Testing;
using EngineType = Cxf.StatesLanguage.Service.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Flows.Tests.Clock;

/// <summary>Random flows run in the embedded Step Functions under virtual time; none takes longer, or costs more, than was said. <c>CXF_LONG=1</c> runs far more.</summary>
public sealed class ClockBoundTests
{
    private const int Seeds = 8;

    private static readonly int Flows = (Environment.GetEnvironmentVariable("CXF_LONG") == "1" ? 8_000 : 240) / Seeds;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void No_simulated_run_takes_longer_or_more_transitions_than_its_flow_is_said_to(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Flows; i++)
        {
            var document = new RandomFlow(random).Document(random.Next(2) == 0 ? "auto" : "continues");
            var reading = Documents.Read(document);
            Assert.True(reading.Flow is not null, $"{document}\n{string.Join('\n', reading.Diagnostics)}");
            var clock = FlowClock.Of(reading.Flow);
            var bound = clock.Longest.WorstCase;
            Assert.True(bound is not null, document);

            var (took, transitions) = Run(FlowCompiler.Compile(reading.Flow, new CompilationTarget(TenantId.Parse("acme"), 1, "call-api") { RunsTable = "runs" }), random.Next());
            Assert.True(took <= bound, $"Seed {seed}, flow {i}: took {took}, said to take at most {bound} on {clock.Longest}\n{document}");
            if (clock.Type == StateMachineType.Standard)
            {
                var most = FlowBill.Of(reading.Flow, clock).Paths.Max(path => path.MostTransitions)!;
                Assert.True(transitions <= most, $"Seed {seed}, flow {i}: {transitions} transitions, said to be at most {most}\n{document}");
            }
        }
    }

    private static (TimeSpan Took, int Transitions) Run(CompiledFlow compiled, int seed)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var tables = new InMemoryDynamoDb();
        tables.AddTable("runs", RunRecord.PartitionKey, RunRecord.SortKey);
        var calls = new SlowAnswers(new Random(seed), time);
        using var service = new StepFunctionsService(new StepFunctionsOptions { TimeProvider = time, Lambda = calls, DynamoDb = tables, Seed = seed });
        var type = compiled.Type == StateMachineType.Express ? EngineType.Express : EngineType.Standard;
        Assert.Empty(DefinitionValidator.Validate(compiled.Definition, type));
        var machine = service.CreateStateMachine(new CreateStateMachineRequest("random", compiled.Definition, "arn:aws:iam::111111111111:role/r", type)).StateMachineArn;
        var arn = service.StartExecution(new StartExecutionRequest(machine, "run-1", """{"contact":{"contactId":"c"},"payload":{}}""")).ExecutionArn;
        while (service.ViewOf(arn).StopDate is null)
        {
            var due = new[] { service.NextDue, calls.NextDue }.Min() ?? throw new InvalidOperationException("The run waits for nothing.");
            time.Advance(due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.FromTicks(1));
        }

        // Every state entered, and every attempt of a task behind its first.
        var events = service.HistoryOf(arn);
        var entered = events.Count(one => one.Details is StateEnteredDetails);
        var scheduled = events.Count(one => one.Type == HistoryEventType.TaskScheduled);
        var tasks = events.Count(one => one.Type == HistoryEventType.TaskStateEntered);
        var view = service.ViewOf(arn);
        return (view.StopDate!.Value - view.StartDate, entered + scheduled - tasks);
    }
}
