using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>Whether making a failed call again can do its work twice.</summary>
internal static class RetrySafety
{
    public static bool IsSafe(FailureReason reason, ApiCallRequest request, ApiConnection connection) =>
        IsRepeatable(request, connection) || CannotHaveActed(reason);

    /// <summary>Whether the platform itself makes one of two equal requests: by the method's meaning, or by the key it is given.</summary>
    public static bool IsRepeatable(ApiCallRequest request, ApiConnection connection) =>
        HttpMethods.IsIdempotent(request.Method) || (connection.IdempotencyHeader is not null && request.IdempotencyKey is not null);

    /// <summary>Whether the platform never saw the request or says that it did not act on it.</summary>
    private static bool CannotHaveActed(FailureReason reason) => reason is
        FailureReason.DeadlinePassed or FailureReason.ConnectTimedOut or FailureReason.TooManyRequests or FailureReason.NameNotResolved
        or FailureReason.ConnectFailed or FailureReason.TlsFailed or FailureReason.TokenEndpointUnavailable or FailureReason.SecretsUnavailable
        or FailureReason.CredentialsRefused or FailureReason.Forbidden or FailureReason.TokenRefused or FailureReason.TokenAnswerUnusable
        or FailureReason.AddressRefused or FailureReason.PlainHttpRefused or FailureReason.CertificateRefused or FailureReason.NotFound
        or FailureReason.RequestRefused;
}
