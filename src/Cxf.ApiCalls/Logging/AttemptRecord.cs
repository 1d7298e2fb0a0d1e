using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Logging;

/// <summary>
/// The loggable facts of one request over the wire. It has no members for bodies, query values, header values or hosts, so these
/// cannot be logged by accident.
/// </summary>
public sealed record AttemptRecord
{
    /// <summary>What the request was for.</summary>
    public required AttemptKind Kind { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The connection.</summary>
    public required ConnectionId Connection { get; init; }

    /// <summary>
    /// The step's idempotency key, which begins with the contact's id; null for a token, which is fetched for many.
    /// </summary>
    public string? Step { get; init; }

    /// <summary>Which request of the call it was, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as its author wrote it, values left out.</summary>
    public required string PathTemplate { get; init; }

    /// <summary>The HTTP status, or null.</summary>
    public int? Status { get; init; }

    /// <summary>Why there was no answer, or null.</summary>
    public FailureReason? Failure { get; init; }

    /// <summary>The look-up of the name; null on a reused connection.</summary>
    public TimeSpan? Resolve { get; init; }

    /// <summary>The TCP connection; null on a reused one.</summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>The TLS handshake; null on a reused connection and over plain HTTP.</summary>
    public TimeSpan? Tls { get; init; }

    /// <summary>From the start to the answer's headers, connecting included; null when none came.</summary>
    public TimeSpan? FirstByte { get; init; }

    /// <summary>From the start to the end.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>The bytes of the request's body.</summary>
    public int RequestBytes { get; init; }

    /// <summary>The bytes of the answer's body after decompression; null when it was not read.</summary>
    public int? AnswerBytes { get; init; }

    /// <summary>The third party's own id of the request, to ask its support about; null when it gave none.</summary>
    public string? RequestId { get; init; }
}

/// <summary>
/// Takes one record per request over the wire. It is called on the call's own time: it must be quick and must not throw.
/// </summary>
public interface IAttemptLog
{
    /// <summary>Takes a record.</summary>
    void Write(AttemptRecord attempt);
}
