namespace Cxf.Flows.Timing;

/// <summary>
/// What AWS's own services take, in seconds, where no timeout of ours bounds it. Each is many times what is usual, so that it
/// holds at the 99.9th percentile; a service that is down for longer is what ExecuteFlow's own budget is for.
/// </summary>
internal static class ServiceTimes
{
    /// <summary>Step Functions going from one state to the next.</summary>
    public const double Transition = 0.01;

    /// <summary>Lambda refusing an invocation (429): nothing is started, so the refusal comes at once.</summary>
    public const double Refusal = 0.1;

    /// <summary>
    /// DynamoDB writing one item: the claim of a run, or its answer. Usually under 10 ms ("single-digit millisecond"). Why a
    /// write that is repeated is not counted: <see cref="ClaimTimes.Repeated"/>.
    /// </summary>
    public const double ItemWrite = 0.1;

    /// <summary>Step Functions starting the run of another flow.</summary>
    public const double ChildStart = 0.25;
}
