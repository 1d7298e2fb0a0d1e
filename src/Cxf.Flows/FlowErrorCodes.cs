namespace Cxf.Flows;

/// <summary>
/// The words by which a flow or a request for one fails, beside those of the third-party call
/// (<see cref="ApiCalls.ErrorCodes"/>). The same in answers, logs and metrics.
/// </summary>
public static class FlowErrorCodes
{
    /// <summary>The flow ended in a <c>fail</c> step.</summary>
    public const string FlowFailed = "FlowFailed";

    /// <summary>The flow did not end within its time, or within the caller's.</summary>
    public const string FlowTimeout = "FlowTimeout";

    /// <summary>An expression of the flow could not be evaluated, or gave a value of the wrong type.</summary>
    public const string FlowExpression = "FlowExpression";

    /// <summary>The request is not one: not JSON, not an object, without tenant or flow.</summary>
    public const string InvalidRequest = "InvalidRequest";

    /// <summary>The Connect instance that asks may not act for this tenant.</summary>
    public const string TenantNotAllowed = "TenantNotAllowed";

    /// <summary>The tenant has no flow of this id.</summary>
    public const string FlowNotFound = "FlowNotFound";

    /// <summary>The flow exists but was never published.</summary>
    public const string FlowNotLive = "FlowNotLive";

    /// <summary>The payload breaks the flow's input contract.</summary>
    public const string PayloadInvalid = "PayloadInvalid";

    /// <summary>
    /// The same request key came with another payload, or another flow's run was started under the same name with another
    /// payload.
    /// </summary>
    public const string RequestKeyConflict = "RequestKeyConflict";

    /// <summary>The contact started no such run; also said of runs of others, so that nobody learns what exists.</summary>
    public const string RunNotFound = "RunNotFound";

    /// <summary>
    /// The contact asked for this run, but it never began: starting it again is safe, because its name stays the same.
    /// </summary>
    public const string RunNotStarted = "RunNotStarted";

    /// <summary>AWS does not take requests at the moment, and nothing was started; asking again may work.</summary>
    public const string Busy = "Busy";

    /// <summary>Something went wrong on our side; the log has the details.</summary>
    public const string Internal = "Internal";

    /// <summary>The words by which a run can fail, beside those of the calls it makes.</summary>
    internal static IReadOnlyList<string> OfRuns { get; } = [FlowFailed, FlowTimeout, FlowExpression, RequestKeyConflict, Busy];
}
