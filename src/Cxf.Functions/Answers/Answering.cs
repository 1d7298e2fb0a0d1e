using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Requests;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Answers;

/// <summary>
/// What every function does that callers wait for: a request that cannot be read is rejected, an unproven tenant is refused
/// before anything else is read, the answer leaves within the caller's time, is logged, and is written as Connect takes it.
/// </summary>
public sealed class Answering(TenantProof proof, AnswerLog log, TimeProvider timeProvider)
{
    /// <summary>Answers a request.</summary>
    /// <param name="function">The function that answers.</param>
    /// <param name="received">The event.</param>
    /// <param name="reading">The request, or why it cannot be read.</param>
    /// <param name="remaining">How long the function may still run.</param>
    /// <param name="answer">Answers the request with the live flow; its token ends with the caller's time limit.</param>
    /// <param name="unanswered">The answer where AWS kept us from a better one, with the error code and the exception.</param>
    /// <param name="cancellationToken">Cancels without an answer.</param>
    public async Task<FunctionResponse> AnswerAsync<TRequest>(
        string function,
        FunctionEvent received,
        (TRequest? Request, Rejection? Rejection) reading,
        TimeSpan remaining,
        Func<TRequest, LiveFlow?, CancellationToken, Task<FlowAnswer>> answer,
        Func<TRequest, string, Exception, FlowAnswer> unanswered,
        CancellationToken cancellationToken
    )
        where TRequest : FlowRequest
    {
        var started = timeProvider.GetTimestamp();
        var found = reading.Request is { } request
            ? await AnswerAsync(request, remaining, answer, unanswered, cancellationToken)
            : FlowAnswer.Rejected(reading.Rejection!);
        var (delivered, utf8) = AnswerWriter.Write(found, reading.Request?.Head.Mode ?? ResponseMode.StringMap);
        var duration = timeProvider.GetElapsedTime(started);
        if (reading.Request is { } read)
        {
            log.Answered(function, read.Head, delivered, duration);
        }
        else
        {
            log.Refused(function, RequestEvent.ContactIdOf(received), delivered, duration);
        }

        return new FunctionResponse(utf8);
    }

    private async Task<FlowAnswer> AnswerAsync<TRequest>(
        TRequest request,
        ProvenFlow? proven,
        Func<TRequest, LiveFlow?, CancellationToken, Task<FlowAnswer>> answer,
        CancellationToken cancellationToken
    )
        where TRequest : FlowRequest
    {
        if (proven is not null)
        {
            return await answer(request, proven.Live, cancellationToken);
        }

        log.TenantRefused(request.Head);
        return FlowAnswer.Rejected(
            FlowErrorCodes.TenantNotAllowed,
            "tenantId is not a tenant that this Connect instance may act for."
        );
    }

    private async Task<FlowAnswer> AnswerAsync<TRequest>(
        TRequest request,
        TimeSpan remaining,
        Func<TRequest, LiveFlow?, CancellationToken, Task<FlowAnswer>> answer,
        Func<TRequest, string, Exception, FlowAnswer> unanswered,
        CancellationToken cancellationToken
    )
        where TRequest : FlowRequest
    {
        using var limit = new CancellationTokenSource(CallerBudget.Of(request.Head.CallerLimit, remaining), timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            try
            {
                return await AnswerAsync(request, await proof.FindAsync(request.Head, either.Token), answer, either.Token);
            }
            catch (OutdatedFlowException)
            {
                return await AnswerAsync(request, await proof.ReadAsync(request.Head, either.Token), answer, either.Token);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return unanswered(request, FlowErrorCodes.Busy, exception);
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is { } word)
        {
            return unanswered(request, word, exception);
        }
    }
}
