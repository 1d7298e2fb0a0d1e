using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Makes a draft live: check, compile, run the flow's own tests, record the version, then hand over to <see cref="FlowRollout"/>.
/// Every write has its condition and every step can be done again, so whatever interrupts a publish, the next one takes it up.
/// </summary>
public sealed class FlowPublisher(
    IConfigurationStore store,
    FlowLinker linker,
    AbandonedVersions abandoned,
    FlowRollout rollout,
    DeploymentSettings settings,
    TimeProvider timeProvider
)
{
    /// <summary>Publishes a flow's draft.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="revision">The draft's revision that was meant; null takes the draft as it is.</param>
    /// <param name="allowed">The codes of errors that do not count; they are recorded with the version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PublishAnswer> PublishAsync(
        TenantId tenant,
        FlowId flow,
        int? revision,
        IReadOnlyList<string> allowed,
        CancellationToken cancellationToken
    )
    {
        // Read the live record first: a draft that is saved and made live between the two reads must not be replaced by the
        // previous draft.
        var live = await store.FindLiveAsync(tenant, flow, cancellationToken);
        if (await store.FindDraftAsync(tenant, flow, cancellationToken) is not { } draft)
        {
            return PublishAnswer.Rejected("There is no draft of this flow.");
        }

        return revision is not null && revision != draft.Revision
            ? PublishAnswer.Of(
                PublishStatus.Conflict,
                $"The draft has changed: it is at revision {draft.Revision}, not {revision}. Check it and try again.",
                live
            )
            : await PublishAsync(tenant, flow, draft.Document, allowed, live, cancellationToken);
    }

    /// <summary>Publishes the document of the live version again, if the compiler makes something else of it by now.</summary>
    public async Task<PublishAnswer> RecompileAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        if (
            await store.FindLiveAsync(tenant, flow, cancellationToken) is not { } live
            || await store.FindVersionAsync(tenant, flow, live.Version, cancellationToken) is not { } version
        )
        {
            return PublishAnswer.Rejected("The flow is not live.");
        }

        return await PublishAsync(tenant, flow, version.Document, version.Allowed, live, cancellationToken);
    }

    private async Task<PublishAnswer> PublishAsync(
        TenantId tenant,
        FlowId flow,
        string document,
        IReadOnlyList<string> allowed,
        LiveFlow? live,
        CancellationToken cancellationToken
    )
    {
        var linked = await linker.ReadAsync(tenant, flow, document, allowed, cancellationToken);
        if (linked.Flow is not { } definition)
        {
            return PublishAnswer.Rejected("The flow has errors.", linked.Diagnostics);
        }

        var compiled = linked.Compile(0);
        var tests = linked.Test(compiled, cancellationToken);
        if (!tests.Passed)
        {
            return PublishAnswer.Rejected(
                "The flow's tests fail.",
                [.. linked.Diagnostics, .. tests.ToDiagnostics(linked.Source)]
            );
        }

        var hash = ContentHash.Of(compiled, definition, linked.Target.Generation, settings);
        if (live?.ContentHash == hash)
        {
            return (await rollout.RepairAsync(tenant, live, cancellationToken)) with
            {
                Diagnostics = linked.Diagnostics,
                Cost = linked.Cost(),
            };
        }

        var version = await AddVersionAsync(linked, compiled, document, allowed, hash, live, cancellationToken);
        return (await rollout.MakeLiveAsync(tenant, version, live, cancellationToken)) with
        {
            Diagnostics = linked.Diagnostics,
            Cost = linked.Cost(),
        };
    }

    // A record with the same content that is not live comes from an interrupted publish: continue with it.
    private async Task<FlowVersion> AddVersionAsync(
        LinkedFlow linked,
        CompiledFlow compiled,
        string document,
        IReadOnlyList<string> allowed,
        string hash,
        LiveFlow? live,
        CancellationToken cancellationToken
    )
    {
        var (tenant, flow) = (linked.Target.Tenant, linked.Flow!);
        while (true)
        {
            var entries = await store.ListVersionsAsync(tenant, flow.Id, cancellationToken);
            if (
                entries.LastOrDefault(entry => entry.Version > (live?.Version ?? 0) && entry.ContentHash == hash) is { } left
                && await store.FindVersionAsync(tenant, flow.Id, left.Version, cancellationToken) is { } found
            )
            {
                return found;
            }

            var next = Math.Max(entries.Count == 0 ? 0 : entries[^1].Version, live?.Version ?? 0) + 1;
            await abandoned.RemoveAsync(tenant, flow.Id, entries, live, compiled.Type, cancellationToken);
            var version = new FlowVersion
            {
                Flow = flow.Id,
                Version = next,
                Document = document,
                Generation = linked.Target.Generation,
                ContentHash = hash,
                CreatedAt = timeProvider.GetUtcNow(),
                Type = compiled.Type,
                InputContract = flow.Input.Source.GetRawText(),
                ContactFields = flow.ContactFields,
                ClaimsRuns = compiled.ClaimsRuns,
                TimeoutSeconds = compiled.TimeoutSeconds,
                WorstCase = compiled.WorstCase,

                // Only what was in the way: a code that is always given says nothing.
                Allowed = [.. allowed.Where(code => linked.Diagnostics.Any(one => one.Code == code))],
            };
            if (await store.TryAddVersionAsync(tenant, version, cancellationToken))
            {
                return version;
            }
        }
    }
}
