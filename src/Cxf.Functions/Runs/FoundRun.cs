using Cxf.Flows.Runs;

namespace Cxf.Functions.Runs;

/// <summary>A run that exists.</summary>
/// <param name="answer">What can be said of it now.</param>
/// <param name="receivedHash">Finds the hash of the payload that the run was started with.</param>
public sealed class FoundRun(FlowAnswer answer, Func<string?> receivedHash)
{
    /// <summary>What can be said of it now: its answer, or that it runs.</summary>
    public FlowAnswer Answer => answer;

    /// <summary>
    /// The hash of the payload that the run was started with; null for a run without a hash, which is not compared.
    /// </summary>
    public string? ReceivedHash => receivedHash();
}
