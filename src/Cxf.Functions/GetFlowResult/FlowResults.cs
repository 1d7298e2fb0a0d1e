using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.GetFlowResult;

/// <summary>
/// Returns the status of a run: RUNNING, its final answer, or that it never started. Only the contact that started the run gets
/// it; for all others, the run does not exist. If AWS cannot answer at the moment, the answer is RUNNING, and the contact flow
/// asks again.
/// </summary>
public sealed class FlowResults(RunLookup lookup, Answering answering)
{
    /// <summary>The function's name in logs and metrics.</summary>
    public const string Function = "GetFlowResult";

    /// <summary>The answer to an event.</summary>
    /// <param name="received">The event as it came.</param>
    /// <param name="remaining">How long the function may still run.</param>
    /// <param name="cancellationToken">Cancels without an answer.</param>
    public Task<FunctionResponse> FindAsync(FunctionEvent received, TimeSpan remaining, CancellationToken cancellationToken) =>
        answering.AnswerAsync(
            Function,
            received,
            FlowResultRequestReader.Read(received),
            remaining,
            AnswerAsync,
            Unanswered,
            cancellationToken
        );

    private async Task<FlowAnswer> AnswerAsync(FlowResultRequest request, LiveFlow? live, CancellationToken cancellationToken)
    {
        if (live is null || !RunName.IsOf(request.Head.Contact.ContactId, request.RunId))
        {
            return NotFound();
        }

        return await lookup.FindAsync(request.Head.Tenant, live, request.RunId, cancellationToken) is { } found ? found.Answer
            : RunLookup.FindsAll(live) ? FlowAnswer.Failed(request.RunId, FlowErrorCodes.RunNotStarted)
            : NotFound();
    }

    private static FlowAnswer Unanswered(FlowResultRequest request, string word, Exception exception) =>
        !RunName.IsOf(request.Head.Contact.ContactId, request.RunId) ? NotFound()
        : word == FlowErrorCodes.Busy ? FlowAnswer.Running(request.RunId, exception)
        : FlowAnswer.Failed(request.RunId, word, exception);

    private static FlowAnswer NotFound() =>
        FlowAnswer.Rejected(FlowErrorCodes.RunNotFound, "runId is not a run that this contact started with this flow.");
}
