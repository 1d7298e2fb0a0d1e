using Cxf.Documents;
using Cxf.Flows;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>Logs and counts every publish, requested by a person or by a record of the stream.</summary>
public sealed class PublishLog(ILogger logger, Metrics metrics)
{
    private const string Function = "PublishFlow";
    private const int MostReasons = 5;

    /// <summary>Notes an answer.</summary>
    /// <param name="request">The request; null when it could not be read.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(PublishRequest? request, PublishAnswer answer, TimeSpan duration)
    {
        // A refused request may name anything; only what there is becomes a metric.
        var exists = answer.Version > 0;
        metrics.Write(
            new CallMetrics(Function, answer.Status, duration)
            {
                IsFailure = answer.Status == PublishStatus.Failed,
                Tenant = exists ? request?.Tenant.Value : null,
                Flow = exists ? request?.Flow?.Value : null,
            }
        );
        var (action, tenant, flow) = (
            (request?.Action ?? PublishAction.Publish).ToString(),
            request?.Tenant.Value ?? "",
            request?.Flow?.Value ?? ""
        );
        if (answer.Status is PublishStatus.Rejected)
        {
            logger.NotPublished(action, tenant, flow, answer.Status, Reason(answer));
        }
        else
        {
            logger.Published(action, tenant, flow, answer.Status, answer.Version, answer.Diagnostics.Count);
        }
    }

    // The codes and places of the first errors, which contain nothing of what the flow does, or the answer's own sentence.
    private static string Reason(PublishAnswer answer)
    {
        var errors = answer.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error).ToList();
        var more = errors.Count > MostReasons ? $" and {errors.Count - MostReasons} more" : "";
        return errors.Count == 0
            ? answer.Message
            : string.Join(", ", errors.Take(MostReasons).Select(said => $"{said.Code} at {said.Line}:{said.Column}")) + more;
    }

    /// <summary>Counts a publish that ended without an answer; the code that catches the exception logs it.</summary>
    /// <param name="exception">The reason; a faster publisher is not a failure.</param>
    /// <param name="duration">How long it took.</param>
    public void Ended(Exception exception, TimeSpan duration)
    {
        var status = PublishFailures.Answer(exception, null).Status;
        var failed = status == PublishStatus.Failed;
        metrics.Write(
            new CallMetrics(Function, status, duration)
            {
                ErrorCode = failed ? FlowErrorCodes.Internal : null,
                IsFailure = failed,
            }
        );
    }
}
