using Cxf.ApiCalls.Logging;
using Cxf.Documents;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Observability;

/// <summary>Logs every request to a third party.</summary>
internal sealed class AttemptLog(ILogger logger) : IAttemptLog
{
    /// <inheritdoc />
    public void Write(AttemptRecord attempt) =>
        logger.Sent(
            attempt.Method,
            attempt.PathTemplate,
            attempt.Step ?? "",
            attempt.Status ?? 0,
            attempt.Attempt,
            JsonOutput.Text(attempt.WriteTo)
        );
}
