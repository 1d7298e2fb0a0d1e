using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Secrets;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Runs;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Removes a flow, or a tenant with everything that it owns. The order allows it to stop anywhere and to be repeated: callers and
/// publishers are rejected first, and the data that is needed to find the rest is removed last. After the end of its generation,
/// nothing of a deleted tenant can be reached, whether it is in a function's memory, in an execution that still runs or in the
/// runs table.
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

    /// <summary>Removes a flow. The last request and its outcome remain for the requester.</summary>
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

        // Without its instances, no caller can use the tenant.
        foreach (var instance in (await store.FindTenantAsync(tenant, cancellationToken))?.Instances ?? [])
        {
            await store.UnbindAsync(instance, tenant, cancellationToken);
        }

        // A concurrent publish may have created a flow that was already removed.
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
            await store.DeleteDescriptionAsync(tenant, connection, cancellationToken);
            await store.DeleteConnectionAsync(tenant, connection, cancellationToken);
        }

        // After the machines, whose names contain the generation. The secrets come before the end of the generation, because
        // their names do not contain it: a tenant that is created again would find them. The tenant's own record is last, because
        // it shows that there is something to delete.
        await secrets.DeleteAsync(tenant, cancellationToken);
        await store.EndGenerationAsync(tenant, cancellationToken);
        var runsAreGone = await DeleteRunsAsync(tenant, generation, cancellationToken);
        await store.DeleteTenantAsync(tenant, cancellationToken);
        return PublishAnswer.Of(
            PublishStatus.Deleted,
            (
                runsAreGone
                    ? "The tenant, its connections, their secrets, its flows and the records of its runs were removed."
                    : "The tenant, its connections, their secrets and its flows are gone. For some records of its runs "
                        + "there was no time: nobody can read them, and they expire."
            ) + Stopped(stopped),
            null
        );
    }

    // The records of every generation so far: an interrupted deletion, or an EXPRESS run that ended after its tenant, may have
    // left some. They can no longer be read; records that do not fit the time expire on their own.
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
