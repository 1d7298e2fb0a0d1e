namespace Cxf.Flows.Compiling;

/// <summary>How long a run may take before Step Functions ends it.</summary>
internal static class MachineTimeouts
{
    /// <summary>
    /// For a caller who waits: a run nobody listens to any more is ended soon. Well above Connect's limit of 8 seconds
    /// (Amazon Connect administrator guide, "Set up flow blocks: AWS Lambda function") and below EXPRESS's of 5 minutes.
    /// </summary>
    public const int ExpressSeconds = 30;

    /// <summary>For a caller who goes on: a day.</summary>
    public const int StandardSeconds = 86_400;

    public static int For(StateMachineType type) => type == StateMachineType.Express ? ExpressSeconds : StandardSeconds;
}
