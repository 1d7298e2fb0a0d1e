using Cxf.Flows.Runs;

namespace Cxf.Functions.Runs;

/// <summary>A run that exists.</summary>
/// <param name="answer">What can be said of it now.</param>
/// <param name="payloadHash">Finds out the hash of the payload that it runs with.</param>
public sealed class FoundRun(FlowAnswer answer, Func<string> payloadHash)
{
    /// <summary>What can be said of it now: its answer, or that it runs.</summary>
    public FlowAnswer Answer => answer;

    /// <summary>The hash of the payload that it runs with.</summary>
    public string PayloadHash => payloadHash();
}
