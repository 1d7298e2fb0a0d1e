using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The TimeoutSeconds of a call's task.</summary>
internal static class TaskTimeout
{
    /// <summary>CallApi keeps the step's timeout itself; the state's is the net under it, one second wider, rounded up.</summary>
    /// <remarks>With a fallback, CallApi looks for the previous answer after the call: another second.</remarks>
    public static int SecondsOf(RestApiStep step) =>
        (int)Math.Ceiling(step.Timeout.TotalSeconds) + (step.Fallback is null ? 1 : 2);
}
