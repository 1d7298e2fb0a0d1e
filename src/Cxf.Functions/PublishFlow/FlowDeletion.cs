using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Secrets;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Runs;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Removes a flow, or a tenant with everything that it owns. The order lets it stop anywhere and be asked for again: callers and
/// publishers are turned away first, and what is needed to find the rest goes last. From the end of its generation on nothing that a
/// deleted tenant leaves behind can be reached, be it in a function's memory, in an execution that still runs or in the table of runs.
/// </summary>
public sealed class FlowDeletion(
    IConfigurationStore store,
    StateMachines machines,
    TenantSecrets secrets,
    RunStore runs,
    TimeProvider timeProvider
)
{
    // A part of the function's 60 seconds, enough for some ten thousand records.
    private static readonly TimeSpan RunsLimit = TimeSpan.FromSeconds(20);

    /// <summary>Removes a flow; what is left is the last request and its outcome, for who asked.</summary>
    public async Task<PublishAnswer> DeleteAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        if (await FlowCallers.OfAsync(store, tenant, flow, cancellationToken) is [var caller, ..])
        {
            return PublishAnswer.Rejected(
                $"The live flow {caller} runs this one. Publish that one without it first, or delete it."
            );
        }

        var stopped = await RemoveAsync(tenant, flow, cancellationToken);
        return PublishAnswer.Of(
            PublishStatus.Deleted,
            "The flow, its versions and its state machine were removed." + Stopped(stopped),
            null
        );
    }

    /// <summary>Removes a tenant.</summary>
    public async Task<PublishAnswer> DeleteAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var generation = await store.FindGenerationAsync(tenant, cancellationToken);

        // Without its instances no caller may ask for the tenant any more.
        foreach (var instance in (await store.FindTenantAsync(tenant, cancellationToken))?.Instances ?? [])
        {
            await store.UnbindAsync(instance, tenant, cancellationToken);
        }

        // A publish that was under way may leave a flow behind that was gone already.
        var stopped = 0;
        while (await store.ListFlowsAsync(tenant, cancellationToken) is { Count: > 0 } flows)
        {
            foreach (var flow in flows)
            {
                stopped += await RemoveAsync(tenant, flow, cancellationToken);
                await store.DeleteRequestsAsync(tenant, flow, cancellationToken);
            }
        }

        foreach (var (connection, _) in await store.ListConnectionsAsync(tenant, cancellationToken))
        {
            await store.DeleteConnectionAsync(tenant, connection, cancellationToken);
        }

        // After the machines, whose names hold the generation. The tenant's own record is last: it is what says that there is something to delete.
        // The secrets go before the generation ends, because their names do not hold it: a tenant created again would find them.
        await secrets.DeleteAsync(tenant, cancellationToken);
        await store.EndGenerationAsync(tenant, cancellationToken);
        var runsAreGone = await DeleteRunsAsync(tenant, generation, cancellationToken);
        await store.DeleteTenantAsync(tenant, cancellationToken);
        return PublishAnswer.Of(
            PublishStatus.Deleted,
            (
                runsAreGone
                    ? "The tenant, its connections, their secrets, its flows and the records of its runs were removed."
                    : "The tenant, its connections, their secrets and its flows are gone. For some records of its runs there was no time: nobody can read them, and they expire."
            ) + Stopped(stopped),
            null
        );
    }

    // Of every generation so far: a deletion that broke off after it had ended one left that one's records behind, and so does an
    // EXPRESS run that ends after its tenant. Nobody can read them any more; what there is no time for expires by itself.
    private async Task<bool> DeleteRunsAsync(TenantId tenant, int generation, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RunsLimit, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            for (var one = generation; one >= 0; one--)
            {
                await runs.DeleteAllAsync(tenant, one, either.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string Stopped(int runs) =>
        runs switch
        {
            0 => "",
            1 => $" 1 run was in progress and was stopped ({RunningExecutions.FlowDeleted}).",
            _ => $" {runs} runs were in progress and were stopped ({RunningExecutions.FlowDeleted}).",
        };

    // Gives back how many executions were stopped, before the machine goes and takes with it what could still start one.
    private async Task<int> RemoveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        await store.DeleteDraftAsync(tenant, flow, cancellationToken);
        await store.DeleteLiveAsync(tenant, flow, cancellationToken);
        var stopped = await machines.StopExecutionsAsync(tenant, flow, cancellationToken);
        await machines.DeleteAsync(tenant, flow, cancellationToken);
        await store.DeleteCheckAsync(tenant, flow, cancellationToken);
        foreach (var entry in await store.ListVersionsAsync(tenant, flow, cancellationToken))
        {
            await store.DeleteVersionAsync(tenant, flow, entry.Version, cancellationToken);
        }

        return stopped;
    }
}
