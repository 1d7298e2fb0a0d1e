namespace Cxf.Flows.Model;

/// <summary>When and how often a failed call is made again (ASL's Retry; each retry is one more CallApi invocation).</summary>
/// <param name="On">The error codes that are worth another try.</param>
/// <param name="Attempts">How many times more, 1 to 10.</param>
/// <param name="IntervalSeconds">The wait before the first, in seconds, 1 to 300. Default 1.</param>
/// <param name="BackoffRate">What each further wait is multiplied by, 1 to 10. Default 2.</param>
public sealed record StepRetry(IReadOnlyList<string> On, int Attempts, int IntervalSeconds = 1, double BackoffRate = 2)
{
    /// <summary>What is retried when the flow does not say: failures that pass by themselves.</summary>
    public static IReadOnlyList<string> DefaultOn { get; } =
    [ApiCalls.ErrorCodes.ApiThrottled, ApiCalls.ErrorCodes.ApiUnavailable];
}

/// <summary>Where a step goes when it fails with one error code.</summary>
/// <param name="ErrorCode">One of CallApi's error codes, or <see cref="Any"/>.</param>
/// <param name="Next">The step that goes on.</param>
public sealed record ErrorBranch(string ErrorCode, StepTransition Next)
{
    /// <summary>The word for every failure that has no branch of its own.</summary>
    public const string Any = "any";
}
