using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>The longest that a <c>restApi</c> step can take, with all its repetitions, as compiled.</summary>
internal static class CallTime
{
    /// <summary>
    /// In seconds: the state's timeout for each attempt, what lies between them, and invocations that Lambda refused.
    /// </summary>
    public static double Of(RestApiStep step, StateMachineType type)
    {
        var throttled = TaskRetry.Throttled(type);
        return (Attempts(step) * TaskTimeout.SecondsOf(step))
            + (throttled.Attempts * ServiceTimes.Refusal)
            + throttled.TotalDelay
            + (Retry(step)?.TotalDelay ?? 0);
    }

    /// <summary>How often the third party can be called.</summary>
    public static int Attempts(RestApiStep step) => 1 + (step.Retry?.Attempts ?? 0);

    private static TaskRetry? Retry(RestApiStep step) => step.Retry is { } retry ? TaskRetry.Of(retry) : null;
}
