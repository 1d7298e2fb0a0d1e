using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Service;

namespace Cxf.Flows.FlowTests;

/// <summary>One test's run, from the payload to the answer.</summary>
/// <param name="Answer">The answer as Connect gets it.</param>
/// <param name="Trace">The steps that were visited.</param>
/// <param name="MockedCalls">How often each mocked state was called, by its key.</param>
/// <param name="Duration">How long it took in virtual time.</param>
/// <param name="History">The execution's events.</param>
internal sealed record FlowTestRun(
    IReadOnlyDictionary<string, string> Answer, FlowTrace Trace, IReadOnlyDictionary<string, int> MockedCalls, TimeSpan Duration, IReadOnlyList<HistoryEvent> History)
{
    private const string RoleArn = "arn:aws:iam::111122223333:role/flow-test";
    private const string RunName = "flow-test";

    public static FlowTestRun Of(FlowDefinition flow, CompiledFlow compiled, MockFile mocks, FlowTest test, CancellationToken cancellationToken)
    {
        var check = flow.Input.Check(test.Payload);
        if (check.Problems.Count > 0)
        {
            return new FlowTestRun(
                AnswerWriter.Texts(FlowAnswer.Rejected(Rejection.Of(check.Problems))), FlowTrace.Of(flow, []), new Dictionary<string, int>(), TimeSpan.Zero, []);
        }

        var time = new VirtualTime(test.StartsAt);
        using var service = new StepFunctionsService(new StepFunctionsOptions { TimeProvider = time, Mocks = mocks });
        var machine = service.CreateStateMachine(new CreateStateMachineRequest(flow.Id.Value, compiled.Definition, RoleArn, TypeOf(compiled)));
        var input = ExecutionInput.Write(test.Contact, check.Converted, flow.ContactFields);
        var arn = service.StartExecution(new StartExecutionRequest($"{machine.StateMachineArn}#{test.Name}", RunName, input)).ExecutionArn;
        while (service.ViewOf(arn).StopDate is null && service.NextDue is { } due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            time.MoveTo(due);
        }

        var ended = service.ViewOf(arn);
        var history = service.HistoryOf(arn);
        return new FlowTestRun(
            AnswerOf(ended), FlowTrace.Of(flow, history), service.MockedCallsOf(arn), (ended.StopDate ?? time.GetUtcNow()) - ended.StartDate, history);
    }

    /// <summary>The answer that ExecuteFlow, or GetFlowResult later, would give for the run's end.</summary>
    private static Dictionary<string, string> AnswerOf(ExecutionView run) => AnswerWriter.Texts(run.Status switch
    {
        ExecutionStatus.Succeeded => RunAnswer.Succeeded(run.Name, run.Output!),
        ExecutionStatus.TimedOut => FlowAnswer.TimedOut(run.Name),
        ExecutionStatus.Running => FlowAnswer.Running(run.Name),
        _ => RunAnswer.Failed(run.Name, run.Error, run.Cause),
    });

    private static StatesLanguage.Service.StateMachineType TypeOf(CompiledFlow compiled) =>
        compiled.Type == Compiling.StateMachineType.Express ? StatesLanguage.Service.StateMachineType.Express : StatesLanguage.Service.StateMachineType.Standard;
}
