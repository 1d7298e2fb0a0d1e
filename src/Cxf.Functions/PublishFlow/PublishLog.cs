using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>Logs and counts every publish, asked for by a person or by a record of the stream.</summary>
public sealed class PublishLog(ILogger logger, Metrics metrics)
{
    private const string Function = "PublishFlow";
    private const string Failed = "FAILED";

    /// <summary>Notes an answer.</summary>
    /// <param name="tenant">The tenant; null when the request could not be read.</param>
    /// <param name="flow">The flow; null when the request could not be read.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(TenantId? tenant, FlowId? flow, PublishAnswer answer, TimeSpan duration)
    {
        // A refused request may name anything; only what there is becomes a metric.
        var exists = answer.Version > 0;
        metrics.Write(new CallMetrics(Function, answer.Status, duration)
        {
            Tenant = exists ? tenant?.Value : null,
            Flow = exists ? flow?.Value : null,
        });
        logger.Published(tenant?.Value ?? "", flow?.Value ?? "", answer.Status, answer.Version, answer.Diagnostics.Count);
    }

    /// <summary>Notes a publish that ended without an answer; whoever asked sees the exception.</summary>
    public void Ended(Exception exception, TimeSpan duration)
    {
        metrics.Write(new CallMetrics(Function, Failed, duration) { ErrorWord = Flows.FlowErrorWords.Internal });
        logger.PublishEnded(exception.GetType().Name);
    }
}
