using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>How long a run may take before Step Functions ends it.</summary>
internal static class MachineTimeouts
{
    /// <summary>
    /// For a caller who waits: a run nobody listens to any more is ended soon. Well above Connect's limit of 8 seconds
    /// (Amazon Connect administrator guide, "Set up flow blocks: AWS Lambda function") and below EXPRESS's of 5 minutes.
    /// </summary>
    public const int CallerWaitsSeconds = 30;

    /// <summary>For a caller who goes on: an hour, enough for every retry that a flow can state today.</summary>
    public const int CallerContinuesSeconds = 3_600;

    public static int For(CallerMode mode) => mode == CallerMode.Continues ? CallerContinuesSeconds : CallerWaitsSeconds;
}
