using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <content>Flows: drafts, requests and versions.</content>
internal sealed partial class FolderConfigurationStore
{
    /// <summary>Every draft in the folder.</summary>
    public IEnumerable<(TenantId Tenant, FlowId Flow)> Drafts() =>
        Tenants().SelectMany(tenant => DraftsOf(tenant).Select(flow => (tenant, flow)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyCollection<FlowId>> ListFlowsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        new(DraftsOf(tenant).Union(_published.FlowsOf(tenant)).ToHashSet());

    /// <inheritdoc />
    public async ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await JsonFiles.ReadAsync(FlowFile(tenant, flow), cancellationToken) is { } document
            ? new FlowDraft(flow, document, await _published.FindRevisionAsync(tenant, flow, cancellationToken) ?? 1)
            : null;

    /// <inheritdoc />
    public async ValueTask<FlowDraft?> TryPutDraftAsync(
        TenantId tenant,
        FlowId flow,
        string document,
        int? replacing,
        CancellationToken cancellationToken
    )
    {
        using (await TurnAsync(cancellationToken))
        {
            var before = await FindDraftAsync(tenant, flow, cancellationToken);
            if (before?.Revision != replacing)
            {
                return null;
            }

            var draft = new FlowDraft(flow, document, (replacing ?? 0) + 1);
            await JsonFiles.WriteAsync(FlowFile(tenant, flow), document, cancellationToken);
            await _published.PutRevisionAsync(tenant, flow, draft.Revision, cancellationToken);
            return draft;
        }
    }

    /// <inheritdoc />
    public async ValueTask DeleteDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        using (await TurnAsync(cancellationToken))
        {
            JsonFiles.Delete(FlowFile(tenant, flow));
            _published.DeleteRevision(tenant, flow);
        }
    }

    /// <inheritdoc />
    public ValueTask<DraftCheck?> FindCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _published.FindCheckAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> TryPutCheckAsync(TenantId tenant, DraftCheck check, CancellationToken cancellationToken)
    {
        using (await TurnAsync(cancellationToken))
        {
            if (
                await _published.FindCheckAsync(tenant, check.Flow, cancellationToken) is { } before
                && before.Revision > check.Revision
            )
            {
                return false;
            }

            await _published.PutCheckAsync(tenant, check, cancellationToken);
            return true;
        }
    }

    /// <inheritdoc />
    public async ValueTask<int> PutRequestAsync(
        TenantId tenant,
        FlowId? flow,
        string request,
        CancellationToken cancellationToken
    )
    {
        using (await TurnAsync(cancellationToken))
        {
            return await _published.PutRequestAsync(tenant, flow, request, cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> FindRequestAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken) =>
        _published.FindRequestAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public ValueTask<RequestOutcome?> FindOutcomeAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken) =>
        _published.FindOutcomeAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public ValueTask PutOutcomeAsync(
        TenantId tenant,
        FlowId? flow,
        RequestOutcome outcome,
        CancellationToken cancellationToken
    ) => _published.PutOutcomeAsync(tenant, flow, outcome, cancellationToken);

    /// <inheritdoc />
    public ValueTask DeleteCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        _published.DeleteCheck(tenant, flow);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DeleteRequestsAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        _published.DeleteRequests(tenant, flow);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) => _published.FindVersionAsync(tenant, flow, version, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<VersionEntry>> ListVersionsAsync(
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<VersionEntry>();
        foreach (var number in _published.VersionsOf(tenant, flow))
        {
            if (await _published.FindVersionAsync(tenant, flow, number, cancellationToken) is { } version)
            {
                entries.Add(
                    new VersionEntry(number, version.ContentHash, version.CreatedAt, version.MachineVersionArn)
                    {
                        Allowed = version.Allowed,
                    }
                );
            }
        }

        return entries;
    }

    /// <inheritdoc />
    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken) =>
        _published.TryAddVersionAsync(tenant, version, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> TryPutMachineVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        string machineVersionArn,
        CancellationToken cancellationToken
    )
    {
        using (await TurnAsync(cancellationToken))
        {
            if (await _published.FindVersionAsync(tenant, flow, version, cancellationToken) is not { } found)
            {
                return false;
            }

            await _published.PutVersionAsync(tenant, found with { MachineVersionArn = machineVersionArn }, cancellationToken);
            return true;
        }
    }

    /// <inheritdoc />
    public async ValueTask DeleteVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken)
    {
        using (await TurnAsync(cancellationToken))
        {
            _published.DeleteVersion(tenant, flow, version);
        }
    }

    /// <inheritdoc />
    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _published.FindLiveAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> TryPutLiveAsync(
        TenantId tenant,
        LiveFlow live,
        int? replacing,
        CancellationToken cancellationToken
    )
    {
        using (await TurnAsync(cancellationToken))
        {
            var before = await _published.FindLiveAsync(tenant, live.Flow, cancellationToken);
            if (before?.Revision != replacing)
            {
                return false;
            }

            await _published.PutLiveAsync(tenant, live with { Revision = (replacing ?? 0) + 1 }, cancellationToken);
            return true;
        }
    }

    /// <inheritdoc />
    public async ValueTask DeleteLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        using (await TurnAsync(cancellationToken))
        {
            _published.DeleteLive(tenant, flow);
        }
    }

    private IEnumerable<FlowId> DraftsOf(TenantId tenant)
    {
        foreach (var file in JsonFiles.In(Path.Combine(TenantFolder(tenant), "flows")))
        {
            if (FlowId.TryParse(Path.GetFileNameWithoutExtension(file), out var flow))
            {
                yield return flow;
            }
        }
    }
}
