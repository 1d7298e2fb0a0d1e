namespace Cxf.ApiCalls;

/// <summary>
/// The error codes of a third-party call: the same in CallApi's error type, the state machine's Retry and Catch, the answer to
/// the caller, logs and metrics. They are class names, because Lambda reports an exception's class name as the error.
/// </summary>
public static class ErrorCodes
{
    /// <summary>No whole answer within the step's timeout or before the run's deadline.</summary>
    public const string ApiTimeout = "ApiTimeout";

    /// <summary>The third party requested a wait (429, or 503 with Retry-After) that is longer than the step can wait.</summary>
    public const string ApiThrottled = "ApiThrottled";

    /// <summary>The third party, its token endpoint or the network is down: no connection, a broken one, or 5xx.</summary>
    public const string ApiUnavailable = "ApiUnavailable";

    /// <summary>404 or 410.</summary>
    public const string ApiNotFound = "ApiNotFound";

    /// <summary>401 or 403 after one renewal of the credentials, or a token endpoint that refuses them.</summary>
    public const string ApiUnauthorized = "ApiUnauthorized";

    /// <summary>Any other 4xx: the third party understood the call and refuses it.</summary>
    public const string ApiRejected = "ApiRejected";

    /// <summary>An answer that does not match its declared type, or a redirect that cannot be followed.</summary>
    public const string ApiBadAnswer = "ApiBadAnswer";

    /// <summary>A request, an answer or the selected part of it is too large.</summary>
    public const string ApiTooLarge = "ApiTooLarge";

    /// <summary>The address guard refused where the call, or a redirect of it, would have gone.</summary>
    public const string ApiBlocked = "ApiBlocked";

    /// <summary>The connection, its secret or the request is wrong in itself; a person has to change it.</summary>
    public const string ApiMisconfigured = "ApiMisconfigured";

    /// <summary>All error codes, in the order of this list.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ApiTimeout,
        ApiThrottled,
        ApiUnavailable,
        ApiNotFound,
        ApiUnauthorized,
        ApiRejected,
        ApiBadAnswer,
        ApiTooLarge,
        ApiBlocked,
        ApiMisconfigured,
    ];
}
