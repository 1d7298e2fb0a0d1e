using System.Net.Sockets;
using Cxf.ApiCalls.Outbound;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>The meaning of transport exceptions. It does not handle cancellations: only the sender knows their source.</summary>
internal static class TransportFailures
{
    // HTTP/2's error codes for frames that break the protocol (RFC 9113 section 7); all others end a stream or a connection.
    // PROTOCOL_ERROR is among the others: servers send it where they close an HTTP/1.1 connection without an answer, as nginx
    // does for its status 444.
    private const long FlowControlError = 0x3;
    private const long FrameSizeError = 0x6;
    private const long CompressionError = 0x9;

    private const long RefusedStream = 0x7;

    /// <summary>Whether an exception is one that the world outside causes.</summary>
    public static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or SocketException;

    public static FailureReason Classify(Exception exception, bool headersArrived)
    {
        if (!headersArrived && WasNotProcessed(exception))
        {
            return FailureReason.NotProcessed;
        }

        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case OutboundRefusedException refused:
                    return refused.Reason;
                case InvalidDataException:
                    return FailureReason.CompressionBroken;
                case HttpProtocolException { ErrorCode: not (FlowControlError or FrameSizeError or CompressionError) }:
                    return headersArrived ? FailureReason.AnswerInterrupted : FailureReason.ConnectionLost;
                default:
                    break;
            }
        }

        var error = exception switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException io => io.HttpRequestError,
            // SocketsHttpHandler asks a new connection for its remote address, and does not wrap the exception of one that was
            // reset in between: nothing was sent.
            SocketException => HttpRequestError.ConnectionError,
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

    /// <summary>
    /// Whether the third party cannot have processed the request: REFUSED_STREAM, a GOAWAY whose last stream came before it, or a
    /// connection that closed before the request was written. SocketsHttpHandler repeats these itself a few times without a pause
    /// and then throws the last of them. It does not tell what it would have repeated, but such an exception has no cause, or a
    /// text other than its cause; all other failures of HTTP/2 have the text of their cause.
    /// </summary>
    private static bool WasNotProcessed(Exception exception) =>
        exception is HttpRequestException request
        && (
            request.InnerException is HttpProtocolException cause
                ? cause.ErrorCode == RefusedStream || cause.Message != request.Message
                : request is { InnerException: null, HttpRequestError: HttpRequestError.Unknown }
        );
}
