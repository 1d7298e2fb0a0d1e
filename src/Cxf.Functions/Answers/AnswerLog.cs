using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Observability;
using Cxf.Functions.Requests;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Answers;

/// <summary>Logs and counts every answer to a caller.</summary>
public sealed class AnswerLog(ILogger logger, Metrics metrics)
{
    /// <summary>Notes an answer.</summary>
    /// <param name="function">The function that answers.</param>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer to it.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(string function, RequestHead request, FlowAnswer answer, TimeSpan duration)
    {
        var word = FlowAnswer.OrNone(answer.ErrorCode);
        var isFailure = IsFailure(answer);
        var isFlow = word is not (FlowErrorCodes.TenantNotAllowed or FlowErrorCodes.FlowNotFound or FlowErrorCodes.RunNotFound);
        metrics.Write(
            new CallMetrics(function, answer.Status, duration)
            {
                ErrorCode = answer.ErrorCode.Length == 0 ? null : word,
                IsFailure = isFailure,
                LimitUsed = Math.Round(100 * (duration / request.CallerLimit), 1),
                RunFailed = RunFailed(answer),
                Tenant = isFlow ? request.Tenant.Value : null,
                Flow = isFlow ? request.Flow.Value : null,
                ContactId = request.Contact.ContactId,
            }
        );
        var (contact, tenant, flow) = (request.Contact.ContactId, request.Tenant.Value, request.Flow.Value);
        var (run, milliseconds) = (FlowAnswer.OrNone(answer.RunId), Math.Round(duration.TotalMilliseconds, 3));
        if (isFailure)
        {
            var (type, code, id) = FailureFacts.Of(answer.CausedBy);
            logger.AnsweredFailure(contact, tenant, flow, answer.Status, word, run, milliseconds, type, code, id);
        }
        else
        {
            logger.Answered(contact, tenant, flow, answer.Status, word, run, milliseconds);
        }
    }

    /// <summary>Logs and counts the answer to a request that could not be read.</summary>
    /// <param name="function">The function.</param>
    /// <param name="contactId">The contact, if the event says it; empty if not.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="duration">How long the function took.</param>
    public void Refused(string function, string contactId, FlowAnswer answer, TimeSpan duration)
    {
        // What is no contact ID can be anything.
        var contact = RunName.IsContactId(contactId) ? contactId : null;
        metrics.Write(new CallMetrics(function, answer.Status, duration) { ErrorCode = answer.ErrorCode, ContactId = contact });
        logger.Refused(FlowAnswer.OrNone(contact ?? ""), answer.Status, answer.ErrorCode);
    }

    /// <summary>Logs that an instance named a tenant that it may not act for.</summary>
    public void TenantRefused(RequestHead request) =>
        logger.TenantRefused(request.Contact.ContactId, request.Contact.InstanceArn, request.Tenant.Value);

    /// <summary>Logs that the only possible answer was <see cref="FlowErrorCodes.Internal"/>.</summary>
    public void CouldNotAnswer(string function, FunctionEvent received, Exception exception)
    {
        var (type, code, id) = FailureFacts.Of(exception);
        var contact = RequestEvent.ContactIdOf(received);
        logger.CouldNotAnswer(contact, function, type, code, id);
        metrics.Write(
            new CallMetrics(function, AnswerStatus.Failed, TimeSpan.Zero)
            {
                ErrorCode = FlowErrorCodes.Internal,
                IsFailure = true,
                ContactId = contact,
            }
        );
    }

    // RUNNING because AWS did not report the state of the run is also a failure for the caller.
    private static bool IsFailure(FlowAnswer answer) =>
        answer.CausedBy is not null
        || answer is { Status: AnswerStatus.Failed, ErrorCode: FlowErrorCodes.Internal or FlowErrorCodes.Busy };

    // A flow that ends in its fail step has worked as designed.
    private static bool? RunFailed(FlowAnswer answer) =>
        answer switch
        {
            { Status: AnswerStatus.Succeeded } or { EndedInFailStep: true } => false,
            { Status: AnswerStatus.Failed, ErrorCode: not FlowErrorCodes.RunNotStarted } when !IsFailure(answer) => true,
            _ => null,
        };
}
