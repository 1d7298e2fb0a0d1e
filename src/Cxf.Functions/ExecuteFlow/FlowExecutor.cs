using System.Text;
using Cxf.Flows;
using Cxf.Flows.Compiling;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.StatesLanguage;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>
/// Executes a request: finds the live flow, checks the payload against its contract, starts one run, or finds the run that an
/// earlier try of the same contact step started, and answers. Every failure is an answer.
/// </summary>
public sealed class FlowExecutor(
    IConfigurationReader store,
    ExpressRuns expressRuns,
    StandardRuns standardRuns,
    ExistingRuns earlierRuns,
    Answering answering
)
{
    /// <summary>The function's name in logs and metrics.</summary>
    public const string Function = "ExecuteFlow";

    /// <summary>The answer to an event.</summary>
    /// <param name="received">The event as it came.</param>
    /// <param name="remaining">How long the function may still run.</param>
    /// <param name="cancellationToken">Cancels without an answer.</param>
    public Task<FunctionResponse> ExecuteAsync(FunctionEvent received, TimeSpan remaining, CancellationToken cancellationToken) =>
        answering.AnswerAsync(
            Function,
            received,
            ExecuteFlowRequestReader.Read(received),
            remaining,
            AnswerAsync,
            NotStarted,
            cancellationToken
        );

    // Nothing was sent here. Code after a start reports itself that the run may have started.
    private static FlowAnswer NotStarted(ExecuteFlowRequest request, string word, Exception exception) =>
        FlowAnswer.Failed("", word, exception);

    private async Task<FlowAnswer> AnswerAsync(ExecuteFlowRequest request, LiveFlow? live, CancellationToken cancellationToken)
    {
        var (tenant, flow, contact) = (request.Head.Tenant, request.Head.Flow, request.Head.Contact);
        if (live is null)
        {
            return await store.FindDraftAsync(tenant, flow, cancellationToken) is null
                ? FlowAnswer.Rejected(FlowErrorCodes.FlowNotFound, "flowId is not a flow of this tenant.")
                : FlowAnswer.Rejected(FlowErrorCodes.FlowNotLive, "flowId is a flow that was never published.");
        }

        var name = RunName.For(
            contact.ContactId,
            contact.InstanceArn,
            tenant,
            flow,
            request.RequestKey,
            request.Payload,
            request.AfterRunId,
            live.Generation
        );
        var check = live.InputContract.Read().Check(request.Payload);
        if (check.Problems.Count > 0)
        {
            // The contract may be newer than the run that an earlier try of this contact step started.
            return await earlierRuns.FindAsync(request, live, name, cancellationToken)
                ?? FlowAnswer.Rejected(Rejection.Of(check.Problems));
        }

        // A version that leaves no record may follow one that did, between two tries.
        if (
            live is { ClaimsRuns: false, ClaimedBefore: true }
            && await earlierRuns.FindAsync(request, live, name, cancellationToken) is { } earlier
        )
        {
            return earlier;
        }

        var input = ExecutionInput.Write(contact, check.Converted, live.ContactFields, ReceivedHash.Of(name, request.Payload));
        if (Encoding.UTF8.GetByteCount(input) > ServiceLimits.PayloadBytes)
        {
            return await earlierRuns.FindAsync(request, live, name, cancellationToken)
                ?? FlowAnswer.Rejected(Rejection.PayloadTooLarge);
        }

        var run = new RunRequest(tenant, live.Generation, live.AliasArn, name, input, live.ClaimsRuns);
        var answer =
            live.Type == StateMachineType.Express
                ? await expressRuns.RunAsync(run, cancellationToken)
                : await standardRuns.StartAsync(run, cancellationToken);
        return answer ?? await earlierRuns.FindAsync(request, live, name, cancellationToken) ?? Unknown(live, name);
    }

    // A STANDARD execution that exists may not be described yet (DescribeExecution is eventually consistent); an EXPRESS run that
    // was claimed and has no record any more is past its time.
    private static FlowAnswer Unknown(LiveFlow live, string name) =>
        live.Type == StateMachineType.Standard ? FlowAnswer.Running(name) : FlowAnswer.TimedOut(name);
}
