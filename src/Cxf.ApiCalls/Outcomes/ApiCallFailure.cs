namespace Cxf.ApiCalls.Outcomes;

/// <summary>A call that did not end with an answer.</summary>
/// <param name="Reason">What happened, by phase.</param>
/// <param name="RetryIsSafe">
/// Whether making the same call again cannot do its work twice: its method is idempotent, the platform got an idempotency key,
/// or the platform cannot have acted on it.
/// </param>
/// <param name="RetryAfter">How long the platform asked to wait, or null.</param>
/// <param name="Status">The HTTP status, or null when there was none.</param>
/// <param name="Attempts">How many requests went out to the platform.</param>
/// <param name="Duration">How long the call took.</param>
public sealed record ApiCallFailure(
    FailureReason Reason,
    bool RetryIsSafe,
    TimeSpan? RetryAfter,
    int? Status,
    int Attempts,
    TimeSpan Duration
)
{
    /// <summary>One of <see cref="ErrorWords"/>.</summary>
    public string Error => FailureCatalog.WordOf(Reason);

    /// <summary>
    /// A fixed sentence, and a second one if a retry is not safe: readers of the history must know that before they start the run
    /// again. Neither contains anything of the request, the answer or a secret.
    /// </summary>
    public string Message =>
        RetryIsSafe ? FailureCatalog.SentenceOf(Reason) : $"{FailureCatalog.SentenceOf(Reason)} {MayHaveActed}";

    private const string MayHaveActed = "The platform may have acted on the request anyway.";
}
