using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>Whether making a failed call again can do its work twice.</summary>
internal static class RetrySafety
{
    /// <summary>
    /// Whether the third party itself makes one of two equal requests: by the method's meaning, or by the key it is given.
    /// </summary>
    public static bool IsRepeatable(ApiCallRequest request, ApiConnection connection) =>
        HttpMethods.IsIdempotent(request.Method)
        || (connection.IdempotencyHeader is not null && request.IdempotencyKey is not null);

    /// <summary>Whether the third party never saw the request, or says that it did not act on it.</summary>
    public static bool CannotHaveActed(in ExchangeResult result) =>
        result.Attempts == 0 || (result.Status is null ? NothingWasSent(result.Failure) : result.Status is >= 400 and <= 499);

    private static bool NothingWasSent(FailureReason failure) =>
        failure
            is FailureReason.ConnectTimedOut
                or FailureReason.NameNotResolved
                or FailureReason.ConnectFailed
                or FailureReason.TlsFailed
                or FailureReason.NotProcessed
                or FailureReason.AddressRefused
                or FailureReason.PlainHttpRefused
                or FailureReason.CertificateRefused;
}
