using System.Buffers;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Logging;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Observability;

/// <summary>Logs every request to a third party.</summary>
internal sealed class AttemptLog(ILogger logger) : IAttemptLog
{
    /// <inheritdoc />
    public void Write(AttemptRecord attempt)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            attempt.WriteTo(writer);
        }

        logger.Sent(
            attempt.Method,
            attempt.PathTemplate,
            attempt.Step ?? "",
            attempt.Status ?? 0,
            attempt.Attempt,
            Encoding.UTF8.GetString(buffer.WrittenSpan)
        );
    }
}
