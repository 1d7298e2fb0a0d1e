using Cxf.ApiCalls.Outbound;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>The meaning of transport exceptions. It does not handle cancellations: only the sender knows their source.</summary>
internal static class TransportFailures
{
    // HTTP/2's error codes for a side that does not keep to the protocol (RFC 9113 section 7); all others end a stream or a
    // connection.
    private const long ProtocolError = 0x1;
    private const long FlowControlError = 0x3;
    private const long FrameSizeError = 0x6;
    private const long CompressionError = 0x9;

    /// <summary>Whether an exception is one that the world outside causes.</summary>
    public static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException;

    public static FailureReason Classify(Exception exception, bool headersArrived)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case OutboundRefusedException refused:
                    return refused.Reason;
                case InvalidDataException:
                    return FailureReason.CompressionBroken;
                case HttpProtocolException
                {
                    ErrorCode: not (ProtocolError or FlowControlError or FrameSizeError or CompressionError)
                }:
                    return headersArrived ? FailureReason.AnswerInterrupted : FailureReason.ConnectionLost;
                default:
                    break;
            }
        }

        var error = exception switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException io => io.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return error switch
        {
            HttpRequestError.NameResolutionError => FailureReason.NameNotResolved,
            HttpRequestError.ConnectionError => FailureReason.ConnectFailed,
            HttpRequestError.SecureConnectionError => FailureReason.TlsFailed,
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError =>
                FailureReason.ProtocolBroken,
            HttpRequestError.ConfigurationLimitExceeded => FailureReason.HeadersTooLarge,
            _ => headersArrived ? FailureReason.AnswerInterrupted : FailureReason.ConnectionLost,
        };
    }
}
