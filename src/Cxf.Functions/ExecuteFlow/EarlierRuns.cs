using System.Text.Json;
using Cxf.Flows;
using Cxf.Flows.Contracts;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Answers a contact step from the run that an earlier try of it started.</summary>
public sealed class EarlierRuns(RunLookup lookup, IConfigurationReader store)
{
    /// <summary>
    /// The answer of the run of that name; <see cref="FlowErrorWords.RequestKeyConflict"/> when it runs with another payload; null
    /// when there is none.
    /// </summary>
    public async Task<FlowAnswer?> FindAsync(ExecuteFlowRequest request, LiveFlow live, string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await lookup.FindAsync(request.Head.Tenant, live, name, cancellationToken) is not { } found)
            {
                return null;
            }

            // Without a key the name holds the payload's hash: another payload is another run.
            return request.RequestKey is null || await RunsWithAsync(request, live, found, cancellationToken)
                ? found.Answer
                : FlowAnswer.Rejected(FlowErrorWords.RequestKeyConflict, "requestKey was used before with another payload.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return FlowAnswer.Running(name);
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is { } word)
        {
            return FlowAnswer.Failed(name, word);
        }
    }

    // Contracts convert texts to what they say, so the payload that was started with is the one received under the contract of
    // its time: the live one, or, when a publish came between two tries, the one before.
    private async ValueTask<bool> RunsWithAsync(ExecuteFlowRequest request, LiveFlow live, FoundRun found, CancellationToken cancellationToken)
    {
        var hash = found.PayloadHash;
        return hash == HashUnder(live.InputContract, request.Payload)
            || (await store.FindVersionAsync(request.Head.Tenant, live.Flow, live.Version - 1, cancellationToken) is { } before
                && hash == HashUnder(before.InputContract, request.Payload));
    }

    private static string HashUnder(string contract, JsonElement payload) => PayloadHash.Of(ContractReader.Parse(contract).Check(payload).Converted);
}
