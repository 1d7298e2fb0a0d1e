using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Answers a contact step from the run that an earlier try of it started.</summary>
public sealed class ExistingRuns(RunLookup lookup)
{
    /// <summary>
    /// The answer of the run with that name; <see cref="FlowErrorCodes.RequestKeyConflict"/> if it was started with another
    /// payload; null if there is no such run. The live version does not matter.
    /// </summary>
    public async Task<FlowAnswer?> FindAsync(
        ExecuteFlowRequest request,
        LiveFlow live,
        string name,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await lookup.FindAsync(request.Head.Tenant, live, name, cancellationToken) is not { } found)
            {
                return null;
            }

            // Without a key, the name contains the payload's hash, so another payload is another run.
            return
                request.RequestKey is null || found.ReceivedHash is not { } hash || hash == ReceivedHash.Of(name, request.Payload)
                ? found.Answer
                : FlowAnswer.Rejected(FlowErrorCodes.RequestKeyConflict, "requestKey was used before with another payload.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FlowAnswer.Running(name);
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is not null)
        {
            // It may have started, so the answer is not FAILED: the contact flow asks for the result or starts it again.
            return FlowAnswer.Running(name, exception);
        }
    }
}
