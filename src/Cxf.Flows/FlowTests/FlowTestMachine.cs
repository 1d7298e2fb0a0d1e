using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Flows.FlowTests;

/// <summary>A flow's machine in an engine of its own for every test: nothing of one test is left for the next.</summary>
internal sealed class FlowTestMachine(FlowDefinition flow, CompiledFlow compiled, CompilationTarget target, WorkBudget budget)
{
    private const string RoleArn = "arn:aws:iam::111122223333:role/flow-test";
    private const string RunName = "flow-test";

    // What every test takes, and what making its machine ready takes, in units of the budget.
    private const int StepsOfTest = 10_000;
    private const int StepsOfCharacter = 10;

    private static readonly FlowTestRun NotRun = new(
        new Dictionary<string, string>(),
        FlowTrace.Of(new CompiledFlow("", default, 0, false, null), []),
        new Dictionary<string, int>(),
        TimeSpan.Zero,
        []
    );

    public FlowTestRun Run(FlowTest test, CancellationToken cancellationToken)
    {
        budget.TrySpend(StepsOfTest);
        var check = flow.Input.Check(test.Payload, steps => budget.TrySpend(steps));
        if (budget.Exceeded is not null)
        {
            return NotRun;
        }

        if (check.Problems.Count > 0)
        {
            return new FlowTestRun(
                AnswerWriter.Texts(FlowAnswer.Rejected(Rejection.Of(check.Problems))),
                FlowTrace.Of(compiled, []),
                new Dictionary<string, int>(),
                TimeSpan.Zero,
                []
            );
        }

        if (!budget.TrySpend(StepsOfCharacter * (long)compiled.Definition.Length, compiled.Definition.Length))
        {
            return NotRun;
        }

        var mocks = MockFile.Parse(
            new FlowTestMocks(flow, compiled, target, MadeUpAnswers.In(compiled, test, ExampleChoices.Plain)).Compile()
        );
        var time = new VirtualTime(test.StartsAt);
        using var service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                TimeProvider = time,
                Mocks = mocks,
                DynamoDb = Tables(),
                Budget = budget,
                ExpressionLimits = FlowBudget.TestExpressions,
            }
        );
        var machine = service.CreateStateMachine(
            new CreateStateMachineRequest(flow.Id.Value, compiled.Definition, RoleArn, Type())
        );
        var input = ExecutionInput.Write(test.Contact, check.Converted, flow.ContactFields);
        var arn = service
            .StartExecution(new StartExecutionRequest($"{machine.StateMachineArn}#{test.Name}", RunName, input))
            .ExecutionArn;
        while (service.ViewOf(arn).StopDate is null && budget.Exceeded is null && service.NextDue is { } due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            time.MoveTo(due);
        }

        if (budget.Exceeded is not null)
        {
            return NotRun;
        }

        var ended = service.ViewOf(arn);
        var history = service.HistoryOf(arn);
        return new FlowTestRun(
            AnswerOf(ended),
            FlowTrace.Of(compiled, history),
            service.MockedCallsOf(arn),
            (ended.StopDate ?? time.GetUtcNow()) - ended.StartDate,
            history
        );
    }

    /// <summary>The answer that ExecuteFlow, or GetFlowResult later, would give for the run's end.</summary>
    private static Dictionary<string, string> AnswerOf(ExecutionView run) =>
        AnswerWriter.Texts(
            run.Status switch
            {
                ExecutionStatus.Succeeded => RunAnswer.Succeeded(run.Name, run.Output!),
                ExecutionStatus.TimedOut => FlowAnswer.TimedOut(run.Name),
                ExecutionStatus.Running => FlowAnswer.Running(run.Name),
                _ => RunAnswer.Failed(run.Name, run.Error, run.Cause),
            }
        );

    /// <summary>The table in which machines claim their runs; it is the engine's own and keeps to the same conditions.</summary>
    private InMemoryDynamoDb Tables()
    {
        var tables = new InMemoryDynamoDb();
        tables.AddTable(target.RunsTable, RunRecord.PartitionKey, RunRecord.SortKey);
        return tables;
    }

    private StatesLanguage.Model.StateMachineType Type() =>
        compiled.Type == Compiling.StateMachineType.Express
            ? StatesLanguage.Model.StateMachineType.Express
            : StatesLanguage.Model.StateMachineType.Standard;
}
