using static Cxf.ApiCalls.Outcomes.FailureReason;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>The error word and the fixed sentence of each reason. Sentences hold nothing of the request, the answer or a secret.</summary>
public static class FailureCatalog
{
    /// <summary>The error word that the state machine's Retry and Catch see.</summary>
    public static string WordOf(FailureReason reason) => Entry(reason).Word;

    /// <summary>The sentence that explains the failure to a person.</summary>
    public static string SentenceOf(FailureReason reason) => Entry(reason).Sentence;

    private static (string Word, string Sentence) Entry(FailureReason reason) =>
        reason switch
        {
            DeadlinePassed => (ErrorWords.ApiTimeout, "The run's deadline had passed before the platform could be called."),
            StepTimedOut => (ErrorWords.ApiTimeout, "The platform did not give its whole answer within the step's timeout."),
            ConnectTimedOut => (ErrorWords.ApiTimeout, "No connection to the platform came about within the connection's limit."),
            FirstByteTimedOut => (ErrorWords.ApiTimeout, "The platform did not begin to answer within the connection's limit."),
            TooManyRequests => (
                ErrorWords.ApiThrottled,
                "The platform limits the rate of calls (429) and the step cannot wait long enough."
            ),
            AskedToWait => (ErrorWords.ApiThrottled, "The platform asks to come back later (503) than the step can wait."),
            NameNotResolved => (ErrorWords.ApiUnavailable, "The platform's host name has no address."),
            ConnectFailed => (ErrorWords.ApiUnavailable, "The platform does not take connections."),
            TlsFailed => (ErrorWords.ApiUnavailable, "The TLS handshake with the platform failed."),
            ConnectionLost => (ErrorWords.ApiUnavailable, "The connection was lost before the platform answered."),
            AnswerInterrupted => (ErrorWords.ApiUnavailable, "The connection was lost while the platform answered."),
            ServerError => (ErrorWords.ApiUnavailable, "The platform answered with an error of its own (5xx)."),
            TokenEndpointUnavailable => (ErrorWords.ApiUnavailable, "The platform's token endpoint does not answer."),
            SecretsUnavailable => (ErrorWords.ApiUnavailable, "The connection's secret cannot be read at the moment."),
            ConnectionChanged => (ErrorWords.ApiUnavailable, "The connection was changed while it was about to be used."),
            NotFound => (ErrorWords.ApiNotFound, "The platform does not have what was asked for (404 or 410)."),
            CredentialsRefused => (
                ErrorWords.ApiUnauthorized,
                "The platform does not accept the connection's credentials (401)."
            ),
            Forbidden => (ErrorWords.ApiUnauthorized, "The connection's credentials do not allow this call (403)."),
            TokenRefused => (ErrorWords.ApiUnauthorized, "The token endpoint does not accept the connection's credentials."),
            RequestRefused => (ErrorWords.ApiRejected, "The platform refuses the request (4xx)."),
            ProtocolBroken => (ErrorWords.ApiBadAnswer, "The platform's answer is not HTTP."),
            UnexpectedStatus => (
                ErrorWords.ApiBadAnswer,
                "The platform answered with a status that is neither a result nor an error."
            ),
            NotJson => (
                ErrorWords.ApiBadAnswer,
                "The platform's answer says that it is JSON and is not, or nests deeper than 64 levels."
            ),
            ContentTypeUnknown => (ErrorWords.ApiBadAnswer, "The platform's answer is neither JSON, XML nor text."),
            CharsetWrong => (ErrorWords.ApiBadAnswer, "The platform's answer is not written in the charset that it names."),
            CompressionBroken => (ErrorWords.ApiBadAnswer, "The platform's answer cannot be decompressed."),
            TooManyRedirects => (ErrorWords.ApiBadAnswer, "The platform redirects too often."),
            RedirectUnusable => (ErrorWords.ApiBadAnswer, "The platform redirects to no usable place."),
            PageUnusable => (ErrorWords.ApiBadAnswer, "A page of the answer lacks its items or the way to the next page."),
            TokenAnswerUnusable => (ErrorWords.ApiBadAnswer, "The token endpoint's answer holds no usable token."),
            RequestTooLarge => (ErrorWords.ApiTooLarge, "The request's body is larger than may be sent."),
            AnswerTooLarge => (ErrorWords.ApiTooLarge, "The platform's answer is larger than is read."),
            HeadersTooLarge => (ErrorWords.ApiTooLarge, "The headers of the platform's answer are larger than is read."),
            SelectionTooLarge => (
                ErrorWords.ApiTooLarge,
                "What is kept of the answer is larger than a step can carry; select less."
            ),
            TooManyPages => (ErrorWords.ApiTooLarge, "The answer has more pages than the step may read."),
            AddressRefused => (ErrorWords.ApiBlocked, "The connection's host has an address that calls may not go to."),
            PlainHttpRefused => (
                ErrorWords.ApiBlocked,
                "The call would go over plain HTTP, which this deployment does not allow."
            ),
            RedirectRefused => (ErrorWords.ApiBlocked, "The platform redirects to a place outside the connection."),
            CertificateRefused => (
                ErrorWords.ApiMisconfigured,
                "The platform's certificate is not valid for its name, expired or not trusted."
            ),
            ConnectionMismatch => (ErrorWords.ApiMisconfigured, "The request does not belong to this connection."),
            MethodNotAllowed => (ErrorWords.ApiMisconfigured, "The connection does not allow this method."),
            PathRefused => (ErrorWords.ApiMisconfigured, "The path is not one that stays below the connection's base URL."),
            HeaderRefused => (
                ErrorWords.ApiMisconfigured,
                "The request sets a header that it may not set, or one that is not valid."
            ),
            BodyUnusable => (ErrorWords.ApiMisconfigured, "The request's body cannot be written as its content type says."),
            SecretMissing => (ErrorWords.ApiMisconfigured, "The connection has no secret."),
            SecretUnusable => (ErrorWords.ApiMisconfigured, "The connection's secret does not hold what its auth kind needs."),
            SecretElsewhere => (
                ErrorWords.ApiMisconfigured,
                "The connection's secret may not be sent there: its base URL or token URL is not among the secret's origins."
            ),
            SelectFailed => (ErrorWords.ApiMisconfigured, "The select expression is wrong, or fails on this answer."),
            RedirectDropsData => (
                ErrorWords.ApiMisconfigured,
                "The platform moved (301 or 302); the request's data would be lost on the way."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
