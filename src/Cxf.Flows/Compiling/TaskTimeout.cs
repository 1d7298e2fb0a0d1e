using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The TimeoutSeconds of a call's task.</summary>
internal static class TaskTimeout
{
    /// <summary>CallApi keeps the step's timeout itself; the state's is the net under it, one second wider, rounded up.</summary>
    public static int SecondsOf(RestApiStep step) => (int)Math.Ceiling(step.Timeout.TotalSeconds) + 1;
}
