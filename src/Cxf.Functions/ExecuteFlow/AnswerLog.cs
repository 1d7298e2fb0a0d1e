using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Logs and counts every answer of ExecuteFlow.</summary>
public sealed class AnswerLog(ILogger logger, Metrics metrics)
{
    private const string Function = "ExecuteFlow";

    /// <summary>Notes an answer.</summary>
    /// <param name="request">The request; null when it could not be read.</param>
    /// <param name="answer">The answer to it.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(ExecuteFlowRequest? request, Dictionary<string, string> answer, TimeSpan duration)
    {
        var (status, word) = (answer["status"], answer["errorCode"]);
        var isFlow = request is not null && word is not (FlowErrorWords.TenantNotAllowed or FlowErrorWords.FlowNotFound);
        metrics.Write(new CallMetrics(Function, status, duration)
        {
            ErrorWord = word == FlowAnswer.None ? null : word,
            Tenant = isFlow ? request!.Tenant.Value : null,
            Flow = isFlow ? request!.Flow.Value : null,
            ContactId = request?.Contact.ContactId,
        });
        if (request is null)
        {
            logger.Refused(word);
            return;
        }

        if (word == FlowErrorWords.TenantNotAllowed)
        {
            logger.TenantRefused(request.Contact.ContactId, request.Contact.InstanceArn, request.Tenant.Value);
        }

        logger.Answered(
            request.Contact.ContactId, request.Tenant.Value, request.Flow.Value, status, word, answer["runId"], Math.Round(duration.TotalMilliseconds, 3));
    }

    /// <summary>Notes that there was nothing better to say than <see cref="FlowErrorWords.Internal"/>.</summary>
    public void CouldNotAnswer(Exception exception)
    {
        logger.CouldNotAnswer(exception.GetType().FullName!);
        metrics.Write(new CallMetrics(Function, AnswerStatus.Failed, TimeSpan.Zero) { ErrorWord = FlowErrorWords.Internal });
    }
}
