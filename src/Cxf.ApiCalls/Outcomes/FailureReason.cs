namespace Cxf.ApiCalls.Outcomes;

/// <summary>Why a call failed, by phase. Each reason has one error code and one message (<see cref="FailureCatalog"/>).</summary>
public enum FailureReason
{
    /// <summary>The run's deadline had passed before anything was sent.</summary>
    DeadlinePassed,

    /// <summary>The step's timeout or the run's deadline came before the whole answer.</summary>
    StepTimedOut,

    /// <summary>No connection within the connection's connect limit.</summary>
    ConnectTimedOut,

    /// <summary>No answer headers within the connection's first-byte limit.</summary>
    FirstByteTimedOut,

    /// <summary>429, and the requested wait does not fit.</summary>
    TooManyRequests,

    /// <summary>503 with a Retry-After that does not fit.</summary>
    AskedToWait,

    /// <summary>The host's name has no address.</summary>
    NameNotResolved,

    /// <summary>No address of the host accepts connections, or the network is down.</summary>
    ConnectFailed,

    /// <summary>The TLS handshake broke.</summary>
    TlsFailed,

    /// <summary>The connection was lost after the request began to be sent and before an answer came.</summary>
    ConnectionLost,

    /// <summary>The connection was lost within the answer.</summary>
    AnswerInterrupted,

    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>The token endpoint cannot be reached or answers 5xx or 429.</summary>
    TokenEndpointUnavailable,

    /// <summary>The secret store cannot be reached.</summary>
    SecretsUnavailable,

    /// <summary>
    /// The connection was changed or removed between reading it and reading its secret; the caller reads both again.
    /// </summary>
    ConnectionChanged,

    /// <summary>404 or 410.</summary>
    NotFound,

    /// <summary>401, also with renewed credentials where the auth kind has any to renew.</summary>
    CredentialsRefused,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>The token endpoint refuses the client's credentials.</summary>
    TokenRefused,

    /// <summary>Any other 4xx.</summary>
    RequestRefused,

    /// <summary>The answer is not HTTP.</summary>
    ProtocolBroken,

    /// <summary>A status that is neither an answer, a usable redirect nor an error.</summary>
    UnexpectedStatus,

    /// <summary>The answer says it is JSON and is not.</summary>
    NotJson,

    /// <summary>The answer is neither JSON, XML nor text.</summary>
    ContentTypeUnknown,

    /// <summary>The answer names a charset that does not exist, or is not written in the one it names.</summary>
    CharsetWrong,

    /// <summary>The answer's compression is broken or was not requested.</summary>
    CompressionBroken,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects,

    /// <summary>A redirect without a usable location.</summary>
    RedirectUnusable,

    /// <summary>A page does not have the items or the cursor where the request says they are.</summary>
    PageUnusable,

    /// <summary>The token endpoint's answer contains no token.</summary>
    TokenAnswerUnusable,

    /// <summary>The request's body is too large.</summary>
    RequestTooLarge,

    /// <summary>The answer is larger than is read.</summary>
    AnswerTooLarge,

    /// <summary>The answer's headers are larger than is read.</summary>
    HeadersTooLarge,

    /// <summary>The result is larger than Step Functions accepts.</summary>
    SelectionTooLarge,

    /// <summary>More pages than may be read.</summary>
    TooManyPages,

    /// <summary>The host has an address that calls may not go to.</summary>
    AddressRefused,

    /// <summary>Plain HTTP, which the deployment does not allow.</summary>
    PlainHttpRefused,

    /// <summary>A redirect to a host that the connection does not name, or from https to http.</summary>
    RedirectRefused,

    /// <summary>The third party's certificate is not valid for it.</summary>
    CertificateRefused,

    /// <summary>The request names another tenant's or another connection.</summary>
    ConnectionMismatch,

    /// <summary>The connection does not allow the method.</summary>
    MethodNotAllowed,

    /// <summary>The path could leave the base URL, or is not one.</summary>
    PathRefused,

    /// <summary>A header that may not be set, or is not one.</summary>
    HeaderRefused,

    /// <summary>The body cannot be written as its content type says.</summary>
    BodyUnusable,

    /// <summary>The connection has no secret.</summary>
    SecretMissing,

    /// <summary>The secret lacks what the auth kind needs, or it cannot be used.</summary>
    SecretUnusable,

    /// <summary>The select expression is wrong or failed on this answer.</summary>
    SelectFailed,

    /// <summary>301 or 302 for a request that changes data: following it would drop the data.</summary>
    RedirectDropsData,

    /// <summary>The connection's base URL or token URL is not one of the secret's origins.</summary>
    SecretElsewhere,

    /// <summary>
    /// The request was never written, or the third party says that it did not process it (RFC 9113 section 8.7).
    /// </summary>
    NotProcessed,

    /// <summary>The connection's or the tenant's limit of calls was reached for as long as the call could wait.</summary>
    LimitReached,

    /// <summary>The connection's circuit breaker is open.</summary>
    CircuitOpen,

    /// <summary>The table of the limits cannot be reached.</summary>
    LimitsUnavailable,
}
