using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Answers a contact step from the run that an earlier try of it started.</summary>
public sealed class EarlierRuns(RunLookup lookup)
{
    /// <summary>
    /// The answer of the run of that name; <see cref="FlowErrorWords.RequestKeyConflict"/> when it was asked for with another payload;
    /// null when there is none. Which version is live, then or now, makes no difference.
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

            // Without a key the name holds the payload's hash: another payload is another run.
            return
                request.RequestKey is null || found.ReceivedHash is not { } hash || hash == ReceivedHash.Of(name, request.Payload)
                ? found.Answer
                : FlowAnswer.Rejected(FlowErrorWords.RequestKeyConflict, "requestKey was used before with another payload.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FlowAnswer.Running(name);
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is not null)
        {
            // It may have begun, so it is not said to have failed: the contact flow asks for it, or starts it again.
            return FlowAnswer.Running(name, exception);
        }
    }
}
