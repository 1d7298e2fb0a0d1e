using static Cxf.ApiCalls.Outcomes.FailureReason;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>
/// The error code and the fixed message of each reason. Messages contain nothing of the request, the answer or a secret.
/// </summary>
public static class FailureCatalog
{
    /// <summary>The error code that the state machine's Retry and Catch see.</summary>
    public static string WordOf(FailureReason reason) => Entry(reason).Word;

    /// <summary>The sentence that explains the failure to a person.</summary>
    public static string SentenceOf(FailureReason reason) => Entry(reason).Sentence;

    private static (string Word, string Sentence) Entry(FailureReason reason) =>
        reason switch
        {
            DeadlinePassed => (ErrorCodes.ApiTimeout, "The run's deadline had passed before the third party could be called."),
            StepTimedOut => (ErrorCodes.ApiTimeout, "The third party did not give its whole answer within the step's timeout."),
            ConnectTimedOut => (
                ErrorCodes.ApiTimeout,
                "No connection to the third party was opened within the connection's limit."
            ),
            FirstByteTimedOut => (
                ErrorCodes.ApiTimeout,
                "The third party did not begin to answer within the connection's limit."
            ),
            TooManyRequests => (
                ErrorCodes.ApiThrottled,
                "The third party limits the rate of calls (429) and the step cannot wait long enough."
            ),
            AskedToWait => (ErrorCodes.ApiThrottled, "The third party asks to wait (503) longer than the step can."),
            NameNotResolved => (ErrorCodes.ApiUnavailable, "The third party's host name has no address."),
            ConnectFailed => (ErrorCodes.ApiUnavailable, "The third party does not accept connections."),
            TlsFailed => (ErrorCodes.ApiUnavailable, "The TLS handshake with the third party failed."),
            ConnectionLost => (ErrorCodes.ApiUnavailable, "The connection was lost before the third party answered."),
            AnswerInterrupted => (ErrorCodes.ApiUnavailable, "The connection was lost while the third party answered."),
            ServerError => (ErrorCodes.ApiUnavailable, "The third party answered with a server error (5xx)."),
            TokenEndpointUnavailable => (ErrorCodes.ApiUnavailable, "The third party's token endpoint does not answer."),
            SecretsUnavailable => (ErrorCodes.ApiUnavailable, "The connection's secret cannot be read at the moment."),
            ConnectionChanged => (ErrorCodes.ApiUnavailable, "The connection was changed while it was about to be used."),
            NotProcessed => (
                ErrorCodes.ApiUnavailable,
                "The third party refused the request, or closed the connection, before it processed the request."
            ),
            LimitReached => (
                ErrorCodes.ApiThrottled,
                "The connection or the tenant makes as many calls as its limits allow, and the step cannot wait long enough."
            ),
            CircuitOpen => (
                ErrorCodes.ApiUnavailable,
                "The third party failed too often, so the connection's circuit breaker makes no calls for a moment."
            ),
            LimitsUnavailable => (ErrorCodes.ApiUnavailable, "The connection's limits cannot be read at the moment."),
            NotFound => (ErrorCodes.ApiNotFound, "The third party does not have the requested resource (404 or 410)."),
            CredentialsRefused => (
                ErrorCodes.ApiUnauthorized,
                "The third party does not accept the connection's credentials (401)."
            ),
            Forbidden => (ErrorCodes.ApiUnauthorized, "The connection's credentials do not allow this call (403)."),
            TokenRefused => (ErrorCodes.ApiUnauthorized, "The token endpoint does not accept the connection's credentials."),
            RequestRefused => (ErrorCodes.ApiRejected, "The third party rejected the request (4xx)."),
            ProtocolBroken => (ErrorCodes.ApiBadAnswer, "The third party's answer is not HTTP."),
            UnexpectedStatus => (
                ErrorCodes.ApiBadAnswer,
                "The third party answered with a status that is neither a result nor an error."
            ),
            NotJson => (
                ErrorCodes.ApiBadAnswer,
                "The third party's answer is declared as JSON but is not valid JSON, or has more than 64 levels."
            ),
            ContentTypeUnknown => (ErrorCodes.ApiBadAnswer, "The third party's answer is neither JSON, XML nor text."),
            CharsetWrong => (ErrorCodes.ApiBadAnswer, "The third party's answer does not match the charset that it declares."),
            CompressionBroken => (ErrorCodes.ApiBadAnswer, "The third party's answer cannot be decompressed."),
            TooManyRedirects => (ErrorCodes.ApiBadAnswer, "The third party redirects too often."),
            RedirectUnusable => (ErrorCodes.ApiBadAnswer, "The third party redirects to an unusable location."),
            PageUnusable => (ErrorCodes.ApiBadAnswer, "A page of the answer has no items or no usable link to the next page."),
            TokenAnswerUnusable => (ErrorCodes.ApiBadAnswer, "The token endpoint's answer contains no usable token."),
            RequestTooLarge => (ErrorCodes.ApiTooLarge, "The request's body is too large."),
            AnswerTooLarge => (ErrorCodes.ApiTooLarge, "The third party's answer is too large."),
            HeadersTooLarge => (ErrorCodes.ApiTooLarge, "The headers of the third party's answer are too large."),
            SelectionTooLarge => (ErrorCodes.ApiTooLarge, "The result of the step is too large; select less of the answer."),
            TooManyPages => (ErrorCodes.ApiTooLarge, "The answer has more pages than the step allows."),
            AddressRefused => (ErrorCodes.ApiBlocked, "The connection's host has an address that is not allowed."),
            PlainHttpRefused => (
                ErrorCodes.ApiBlocked,
                "The call would go over plain HTTP, which this deployment does not allow."
            ),
            RedirectRefused => (ErrorCodes.ApiBlocked, "The third party redirects to a location outside the connection."),
            CertificateRefused => (
                ErrorCodes.ApiMisconfigured,
                "The third party's certificate is not valid for its name, expired or not trusted."
            ),
            ConnectionMismatch => (ErrorCodes.ApiMisconfigured, "The request does not belong to this connection."),
            MethodNotAllowed => (ErrorCodes.ApiMisconfigured, "The connection does not allow this method."),
            PathRefused => (
                ErrorCodes.ApiMisconfigured,
                "The path leaves the connection's base URL, or one of its values is missing, empty, dots, or contains a slash."
            ),
            HeaderRefused => (ErrorCodes.ApiMisconfigured, "The request sets a header that is not allowed or not valid."),
            BodyUnusable => (ErrorCodes.ApiMisconfigured, "The request's body does not match its content type."),
            SecretMissing => (ErrorCodes.ApiMisconfigured, "The connection has no secret."),
            SecretUnusable => (ErrorCodes.ApiMisconfigured, "The connection's secret does not contain what its auth kind needs."),
            SecretElsewhere => (
                ErrorCodes.ApiMisconfigured,
                "The connection's secret cannot be sent to this connection: the base URL or token URL is not one of "
                    + "the secret's origins."
            ),
            SelectFailed => (ErrorCodes.ApiMisconfigured, "The select expression is wrong, or fails on this answer."),
            RedirectDropsData => (
                ErrorCodes.ApiMisconfigured,
                "The third party redirects (301 or 302), which would drop the request's data."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
