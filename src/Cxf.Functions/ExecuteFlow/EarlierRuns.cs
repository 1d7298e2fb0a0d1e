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
    // its time: the live one, or, when a publish or a rollback came between two tries, the one before. The version after is for a
    // function that has not seen the publish yet that an earlier try saw.
    private async ValueTask<bool> RunsWithAsync(ExecuteFlowRequest request, LiveFlow live, FoundRun found, CancellationToken cancellationToken)
    {
        var hash = found.PayloadHash;
        if (hash == HashUnder(live.InputContract, request.Payload))
        {
            return true;
        }

        int[] others = [live.PreviousVersion, live.Version - 1, live.Version + 1];
        foreach (var version in others.Where(version => version > 0 && version != live.Version).Distinct())
        {
            if (await store.FindVersionAsync(request.Head.Tenant, live.Flow, version, cancellationToken) is { } other
                && hash == HashUnder(other.InputContract, request.Payload))
            {
                return true;
            }
        }

        return false;
    }

    private static string HashUnder(string contract, JsonElement payload) => PayloadHash.Of(ContractReader.Parse(contract).Check(payload).Converted);
}
