using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Decides which versions run: one, or also a canary. The order is version in Step Functions, alias, live record, so the old
/// version starts until the new one can. Afterwards the alias is compared with the record: of two concurrent publishers, the one
/// whose record remains also sets the alias.
/// </summary>
public sealed class FlowRollout(IConfigurationStore store, FlowLinker linker, StateMachines machines)
{
    // Each time round another publisher has changed the record meanwhile.
    private const int MaxSettlings = 5;

    /// <summary>Makes one version live.</summary>
    public async Task<PublishAnswer> MakeLiveAsync(
        TenantId tenant,
        FlowVersion version,
        LiveFlow? before,
        CancellationToken cancellationToken
    )
    {
        var arn = await BringAsync(tenant, version, replaceMachine: before is null, cancellationToken);
        return arn is null
            ? PublishAnswer.Overtaken(before)
            : await PutAsync(
                tenant,
                version,
                [new LiveRoute(version.Version, arn, 100)],
                before,
                $"Version {version.Version} is live.",
                cancellationToken
            );
    }

    /// <summary>Makes an earlier version live again.</summary>
    public async Task<PublishAnswer> RollBackAsync(TenantId tenant, FlowId flow, int number, CancellationToken cancellationToken)
    {
        if (await store.FindVersionAsync(tenant, flow, number, cancellationToken) is not { } version)
        {
            return PublishAnswer.Rejected($"There is no version {number} of this flow.");
        }

        var live = await store.FindLiveAsync(tenant, flow, cancellationToken);
        if (live is { Routes: [var only] } && only.Version == number)
        {
            return await RepairAsync(tenant, live, cancellationToken);
        }

        var current = live is null ? null : await store.FindVersionAsync(tenant, flow, live.Version, cancellationToken);
        return await ReviewedAsync(
            tenant,
            version,
            current,
            live,
            () => MakeLiveAsync(tenant, version, live, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Gives a part of the runs to another version; 0 of 100 ends the trial.</summary>
    public async Task<PublishAnswer> TryOutAsync(
        TenantId tenant,
        FlowId flow,
        int number,
        int weight,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindLiveAsync(tenant, flow, cancellationToken) is not { } live
            || await store.FindVersionAsync(tenant, flow, live.Version, cancellationToken) is not { } current
        )
        {
            return PublishAnswer.Rejected("A canary needs a live version, and the flow is not live.");
        }

        if (weight == 0)
        {
            return live.Routes.Count == 1
                ? await RepairAsync(tenant, live, cancellationToken)
                : await MakeLiveAsync(tenant, current, live, cancellationToken);
        }

        if (await store.FindVersionAsync(tenant, flow, number, cancellationToken) is not { } canary)
        {
            return PublishAnswer.Rejected($"There is no version {number} of this flow.");
        }

        if (CanaryRule.Refusal(current, canary) is { } refusal)
        {
            return PublishAnswer.Rejected(refusal);
        }

        return await ReviewedAsync(
            tenant,
            canary,
            current,
            live,
            () => TryOutAsync(tenant, current, canary, weight, live, cancellationToken),
            cancellationToken
        );
    }

    private async Task<PublishAnswer> TryOutAsync(
        TenantId tenant,
        FlowVersion current,
        FlowVersion canary,
        int weight,
        LiveFlow live,
        CancellationToken cancellationToken
    ) =>
        await BringAsync(tenant, current, replaceMachine: false, cancellationToken) is { } currentArn
        && await BringAsync(tenant, canary, replaceMachine: false, cancellationToken) is { } canaryArn
            ? await PutAsync(
                tenant,
                Slower(current, canary),
                [new LiveRoute(current.Version, currentArn, 100 - weight), new LiveRoute(canary.Version, canaryArn, weight)],
                live with
                {
                    ClaimedBefore = live.ClaimedBefore || canary.ClaimsRuns,
                },
                $"Version {canary.Version} gets {weight} of 100 runs, version {current.Version} the others.",
                cancellationToken
            )
            : PublishAnswer.Overtaken(live);

    // Goes to another version only if it can serve callers as the deployment is now, and says what changes for them.
    private async Task<PublishAnswer> ReviewedAsync(
        TenantId tenant,
        FlowVersion version,
        FlowVersion? current,
        LiveFlow? live,
        Func<Task<PublishAnswer>> go,
        CancellationToken cancellationToken
    )
    {
        var review = await VersionReview.OfAsync(linker, tenant, version, current, cancellationToken);
        return review.Problems.Count > 0
            ? PublishAnswer.Of(
                PublishStatus.Rejected,
                $"Version {version.Version} cannot serve callers in the current deployment.",
                live,
                review.Problems
            )
            : (await go()) with
            {
                Diagnostics = review.Warnings,
                Differences = review.Differences,
            };
    }

    /// <summary>Checks that Step Functions matches the live record, and repairs differences.</summary>
    public async Task<PublishAnswer> RepairAsync(TenantId tenant, LiveFlow live, CancellationToken cancellationToken)
    {
        var routes = new List<LiveRoute>();
        foreach (var route in live.Routes)
        {
            if (
                await store.FindVersionAsync(tenant, live.Flow, route.Version, cancellationToken) is not { } version
                || await BringAsync(tenant, version, replaceMachine: false, cancellationToken) is not { } arn
            )
            {
                return PublishAnswer.Overtaken(live);
            }

            routes.Add(route with { MachineVersionArn = arn });
        }

        if (
            !routes.SequenceEqual(live.Routes)
            && !await store.TryPutLiveAsync(tenant, live with { Routes = routes }, live.Revision, cancellationToken)
        )
        {
            return PublishAnswer.Overtaken(live);
        }

        await SettleAsync(tenant, live.Flow, cancellationToken);
        return PublishAnswer.Of(PublishStatus.Unchanged, $"Version {live.Version} is already live.", live);
    }

    private async Task<PublishAnswer> PutAsync(
        TenantId tenant,
        FlowVersion version,
        List<LiveRoute> routes,
        LiveFlow? before,
        string message,
        CancellationToken cancellationToken
    )
    {
        var aliasArn = await machines.RouteAsync(tenant, version.Flow, routes, cancellationToken);
        var next = new LiveFlow(
            version.Flow,
            version.Version,
            version.ContentHash,
            aliasArn,
            version.Type,
            new PayloadContract(version.InputContract),
            version.ContactFields
        )
        {
            Generation = version.Generation,
            ClaimsRuns = version.ClaimsRuns,
            TimeoutSeconds = version.TimeoutSeconds,
            WorstCase = version.WorstCase,
            ClaimedBefore = before is { ClaimsRuns: true } or { ClaimedBefore: true },
            Routes = routes,
        };
        var won = await store.TryPutLiveAsync(tenant, next, before?.Revision, cancellationToken);
        var live = await SettleAsync(tenant, version.Flow, cancellationToken);
        return won || (live?.ContentHash == next.ContentHash && live.Routes.SequenceEqual(routes))
            ? PublishAnswer.Of(PublishStatus.Published, message, next)
            : PublishAnswer.Overtaken(live);
    }

    // The alias must match the record, whoever wrote either last.
    private async Task<LiveFlow?> SettleAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxSettlings; round++)
        {
            var live = await store.FindLiveAsync(tenant, flow, cancellationToken);
            if (live is null || (await machines.FindRoutesAsync(tenant, flow, cancellationToken)).IsSameAs(live.Routes))
            {
                return live;
            }

            await machines.RouteAsync(tenant, flow, live.Routes, cancellationToken);
        }

        throw new PublishInterruptedException("Other publishers keep changing the flow. Check what is live and try again.");
    }

    // The existing version in Step Functions, or the document compiled again. Null if the version or its tenant was removed in
    // the meantime.
    private async Task<string?> BringAsync(
        TenantId tenant,
        FlowVersion version,
        bool replaceMachine,
        CancellationToken cancellationToken
    )
    {
        if (version.Generation != await store.FindGenerationAsync(tenant, cancellationToken))
        {
            return null;
        }

        if (version.MachineVersionArn is { } known && await machines.HoldsAsync(known, version, cancellationToken))
        {
            return known;
        }

        var linked = await linker.ReadAsync(tenant, version.Flow, version.Document, version.Allowed, cancellationToken);
        if (linked.Flow is null)
        {
            throw new FlowRefusedException(
                $"Version {version.Version} is no longer in Step Functions, and its document now has errors.",
                linked.Diagnostics
            );
        }

        var arn = await machines.PublishVersionAsync(
            tenant,
            version,
            linked.Compile(version.Version),
            replaceMachine,
            cancellationToken
        );
        if (
            arn == version.MachineVersionArn
            || await store.TryPutMachineVersionAsync(tenant, version.Flow, version.Version, arn, cancellationToken)
        )
        {
            return arn;
        }

        await machines.DeleteVersionAsync(arn, cancellationToken);
        return null;
    }

    // Facts about runs must be true for both versions.
    private static FlowVersion Slower(FlowVersion current, FlowVersion canary) =>
        current with
        {
            TimeoutSeconds = Math.Max(current.TimeoutSeconds, canary.TimeoutSeconds),
            WorstCase =
                current.WorstCase is { } one && canary.WorstCase is { } other
                    ? TimeSpan.FromTicks(Math.Max(one.Ticks, other.Ticks))
                    : null,
        };
}

/// <summary>The targets of an alias, by the ARNs of versions.</summary>
internal static class RouteComparison
{
    public static bool IsSameAs(this IReadOnlyDictionary<string, int> alias, IReadOnlyList<LiveRoute> routes) =>
        alias.Count == routes.Count
        && routes.All(route => alias.TryGetValue(route.MachineVersionArn, out var weight) && weight == route.Weight);
}
