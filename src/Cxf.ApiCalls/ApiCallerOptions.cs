using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls;

/// <summary>The dependencies and settings of an <see cref="ApiCaller"/>.</summary>
public sealed record ApiCallerOptions
{
    /// <summary>The deployment's stage: part of every secret's name.</summary>
    public required StageName Stage { get; init; }

    /// <summary>Where secrets come from.</summary>
    public required ISecretSource Secrets { get; init; }

    /// <summary>Where replaced refresh tokens go; null to keep them in memory only.</summary>
    public ISecretWriter? RotatedTokens { get; init; }

    /// <summary>Where the last good answers of calls with a fallback are kept; null to keep none.</summary>
    public IAnswerStore? Answers { get; init; }

    /// <summary>
    /// How long the store of answers may take. A step with a fallback has a second for it after its call. Default: 500 ms.
    /// </summary>
    public TimeSpan AnswersLimit { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The allowed destinations; default the public internet over https.</summary>
    public OutboundPolicy Policy { get; init; } = OutboundPolicy.Default;

    /// <summary>Resolves host names; null for the system's resolver.</summary>
    public INameResolver? NameResolver { get; init; }

    /// <summary>Takes a record of every request over the wire; null for none.</summary>
    public IAttemptLog? Log { get; init; }

    /// <summary>The clock of timeouts, waits and token lifetimes.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
