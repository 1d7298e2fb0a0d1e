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
            DeadlinePassed => (ErrorWords.ApiTimeout, "The run's deadline had passed before the platform could be called."),
            StepTimedOut => (ErrorWords.ApiTimeout, "The platform did not give its whole answer within the step's timeout."),
            ConnectTimedOut => (ErrorWords.ApiTimeout, "No connection to the platform was opened within the connection's limit."),
            FirstByteTimedOut => (ErrorWords.ApiTimeout, "The platform did not begin to answer within the connection's limit."),
            TooManyRequests => (
                ErrorWords.ApiThrottled,
                "The platform limits the rate of calls (429) and the step cannot wait long enough."
            ),
            AskedToWait => (ErrorWords.ApiThrottled, "The platform asks to wait (503) longer than the step can."),
            NameNotResolved => (ErrorWords.ApiUnavailable, "The platform's host name has no address."),
            ConnectFailed => (ErrorWords.ApiUnavailable, "The platform does not accept connections."),
            TlsFailed => (ErrorWords.ApiUnavailable, "The TLS handshake with the platform failed."),
            ConnectionLost => (ErrorWords.ApiUnavailable, "The connection was lost before the platform answered."),
            AnswerInterrupted => (ErrorWords.ApiUnavailable, "The connection was lost while the platform answered."),
            ServerError => (ErrorWords.ApiUnavailable, "The platform answered with a server error (5xx)."),
            TokenEndpointUnavailable => (ErrorWords.ApiUnavailable, "The platform's token endpoint does not answer."),
            SecretsUnavailable => (ErrorWords.ApiUnavailable, "The connection's secret cannot be read at the moment."),
            ConnectionChanged => (ErrorWords.ApiUnavailable, "The connection was changed while it was about to be used."),
            NotFound => (ErrorWords.ApiNotFound, "The platform does not have the requested resource (404 or 410)."),
            CredentialsRefused => (
                ErrorWords.ApiUnauthorized,
                "The platform does not accept the connection's credentials (401)."
            ),
            Forbidden => (ErrorWords.ApiUnauthorized, "The connection's credentials do not allow this call (403)."),
            TokenRefused => (ErrorWords.ApiUnauthorized, "The token endpoint does not accept the connection's credentials."),
            RequestRefused => (ErrorWords.ApiRejected, "The platform rejected the request (4xx)."),
            ProtocolBroken => (ErrorWords.ApiBadAnswer, "The platform's answer is not HTTP."),
            UnexpectedStatus => (
                ErrorWords.ApiBadAnswer,
                "The platform answered with a status that is neither a result nor an error."
            ),
            NotJson => (
                ErrorWords.ApiBadAnswer,
                "The platform's answer is declared as JSON but is not valid JSON, or has more than 64 levels."
            ),
            ContentTypeUnknown => (ErrorWords.ApiBadAnswer, "The platform's answer is neither JSON, XML nor text."),
            CharsetWrong => (ErrorWords.ApiBadAnswer, "The platform's answer does not match the charset that it declares."),
            CompressionBroken => (ErrorWords.ApiBadAnswer, "The platform's answer cannot be decompressed."),
            TooManyRedirects => (ErrorWords.ApiBadAnswer, "The platform redirects too often."),
            RedirectUnusable => (ErrorWords.ApiBadAnswer, "The platform redirects to an unusable location."),
            PageUnusable => (ErrorWords.ApiBadAnswer, "A page of the answer has no items or no usable link to the next page."),
            TokenAnswerUnusable => (ErrorWords.ApiBadAnswer, "The token endpoint's answer contains no usable token."),
            RequestTooLarge => (ErrorWords.ApiTooLarge, "The request's body is too large."),
            AnswerTooLarge => (ErrorWords.ApiTooLarge, "The platform's answer is too large."),
            HeadersTooLarge => (ErrorWords.ApiTooLarge, "The headers of the platform's answer are too large."),
            SelectionTooLarge => (ErrorWords.ApiTooLarge, "The result of the step is too large; select less of the answer."),
            TooManyPages => (ErrorWords.ApiTooLarge, "The answer has more pages than the step allows."),
            AddressRefused => (ErrorWords.ApiBlocked, "The connection's host has an address that is not allowed."),
            PlainHttpRefused => (
                ErrorWords.ApiBlocked,
                "The call would go over plain HTTP, which this deployment does not allow."
            ),
            RedirectRefused => (ErrorWords.ApiBlocked, "The platform redirects to a location outside the connection."),
            CertificateRefused => (
                ErrorWords.ApiMisconfigured,
                "The platform's certificate is not valid for its name, expired or not trusted."
            ),
            ConnectionMismatch => (ErrorWords.ApiMisconfigured, "The request does not belong to this connection."),
            MethodNotAllowed => (ErrorWords.ApiMisconfigured, "The connection does not allow this method."),
            PathRefused => (ErrorWords.ApiMisconfigured, "The path leaves the connection's base URL."),
            HeaderRefused => (ErrorWords.ApiMisconfigured, "The request sets a header that is not allowed or not valid."),
            BodyUnusable => (ErrorWords.ApiMisconfigured, "The request's body does not match its content type."),
            SecretMissing => (ErrorWords.ApiMisconfigured, "The connection has no secret."),
            SecretUnusable => (ErrorWords.ApiMisconfigured, "The connection's secret does not contain what its auth kind needs."),
            SecretElsewhere => (
                ErrorWords.ApiMisconfigured,
                "The connection's secret cannot be sent to this connection: the base URL or token URL is not one of "
                    + "the secret's origins."
            ),
            SelectFailed => (ErrorWords.ApiMisconfigured, "The select expression is wrong, or fails on this answer."),
            RedirectDropsData => (
                ErrorWords.ApiMisconfigured,
                "The platform redirects (301 or 302), which would drop the request's data."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
