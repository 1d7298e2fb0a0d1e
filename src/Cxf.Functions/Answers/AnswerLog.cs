using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Observability;
using Cxf.Functions.Requests;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Answers;

/// <summary>Logs and counts every answer to a caller.</summary>
public sealed class AnswerLog(ILogger logger, Metrics metrics)
{
    /// <summary>Notes an answer.</summary>
    /// <param name="function">The function that answers.</param>
    /// <param name="request">The request; null when it could not be read.</param>
    /// <param name="answer">The answer to it.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(string function, RequestHead? request, FlowAnswer answer, TimeSpan duration)
    {
        var word = FlowAnswer.OrNone(answer.ErrorCode);
        var isFlow = request is not null
            && word is not (FlowErrorWords.TenantNotAllowed or FlowErrorWords.FlowNotFound or FlowErrorWords.RunNotFound);
        metrics.Write(new CallMetrics(function, answer.Status, duration)
        {
            ErrorWord = answer.ErrorCode.Length == 0 ? null : word,
            Tenant = isFlow ? request!.Tenant.Value : null,
            Flow = isFlow ? request!.Flow.Value : null,
            ContactId = request?.Contact.ContactId,
        });
        if (request is null)
        {
            logger.Refused(word);
            return;
        }

        logger.Answered(
            request.Contact.ContactId, request.Tenant.Value, request.Flow.Value, answer.Status, word, FlowAnswer.OrNone(answer.RunId),
            Math.Round(duration.TotalMilliseconds, 3));
        if (answer is { CausedBy: { } exception, RunId: { Length: > 0 } runId })
        {
            logger.RunUnknown(request.Contact.ContactId, runId, answer.Status, exception.GetType().Name);
        }
    }

    /// <summary>Notes that an instance asked for a tenant that it may not act for.</summary>
    public void TenantRefused(RequestHead request) =>
        logger.TenantRefused(request.Contact.ContactId, request.Contact.InstanceArn, request.Tenant.Value);

    /// <summary>Notes that there was nothing better to say than <see cref="FlowErrorWords.Internal"/>.</summary>
    public void CouldNotAnswer(string function, Exception exception)
    {
        logger.CouldNotAnswer(function, exception.GetType().FullName!);
        metrics.Write(new CallMetrics(function, AnswerStatus.Failed, TimeSpan.Zero) { ErrorWord = FlowErrorWords.Internal });
    }
}
