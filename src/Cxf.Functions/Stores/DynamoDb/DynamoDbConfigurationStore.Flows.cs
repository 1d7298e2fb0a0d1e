using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores.DynamoDb;

/// <content>Flows: drafts, requests and versions.</content>
public sealed partial class DynamoDbConfigurationStore
{
    private const string Revision = "revision";
    private const string Diagnostics = "diagnostics";
    private const string Request = "request";
    private const string Number = "number";
    private const string Answer = "answer";

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<FlowId>> ListFlowsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var flows = new HashSet<FlowId>();
        await foreach (
            var item in _table.QueryAsync(
                ConfigurationKeys.Tenant(tenant),
                ConfigurationKeys.FlowPrefix,
                ConfigurationKeys.Sort,
                cancellationToken
            )
        )
        {
            if (ConfigurationKeys.FlowOf(item[ConfigurationKeys.Sort].S) is { } flow)
            {
                flows.Add(flow);
            }
        }

        return flows;
    }

    /// <inheritdoc />
    public async ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await _table.FindAsync(ConfigurationKeys.Draft(tenant, flow), cancellationToken) is { } item
            ? UnreadableRecordException.ReadDraft(
                tenant,
                flow,
                () =>
                    new FlowDraft(
                        flow,
                        item[Document].S ?? throw new FormatException("The document is not a text."),
                        item.Number(Revision)
                    )
            )
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
        var draft = new FlowDraft(flow, document, (replacing ?? 0) + 1);
        var item = ConfigurationKeys.Draft(tenant, flow);
        item[Document] = new AttributeValue(document);
        item[Revision] = ItemAttributes.Of(draft.Revision);
        return await TryReplaceAsync(item, replacing, cancellationToken) ? draft : null;
    }

    /// <inheritdoc />
    public ValueTask DeleteDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Draft(tenant, flow), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<DraftCheck?> FindCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await _table.FindAsync(ConfigurationKeys.Check(tenant, flow), cancellationToken) is { } item
            ? new DraftCheck(flow, item.Number(Revision), item[Diagnostics].S)
            : null;

    /// <inheritdoc />
    public ValueTask<bool> TryPutCheckAsync(TenantId tenant, DraftCheck check, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Check(tenant, check.Flow);
        item[Revision] = ItemAttributes.Of(check.Revision);
        item[Diagnostics] = new AttributeValue(check.Diagnostics);
        return _table.TryPutAsync(
            item,
            $"{ConfigurationTable.IsNew} OR #{Revision} <= :revision",
            new() { [":revision"] = ItemAttributes.Of(check.Revision) },
            cancellationToken
        );
    }

    // The number makes every request a change: DynamoDB's stream is silent about an item that is written as it was.
    /// <inheritdoc />
    public async ValueTask<int> PutRequestAsync(
        TenantId tenant,
        FlowId? flow,
        string request,
        CancellationToken cancellationToken
    )
    {
        var item = await _table.TryUpdateAsync(
            ConfigurationKeys.Request(tenant, flow),
            $"SET #{Request} = :request ADD #{Number} :one",
            null,
            new() { [":request"] = new(request), [":one"] = ItemAttributes.Of(1) },
            cancellationToken
        );
        return item!.Number(Number);
    }

    /// <inheritdoc />
    public async ValueTask<string?> FindRequestAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken) =>
        (await _table.FindAsync(ConfigurationKeys.Request(tenant, flow), cancellationToken))?[Request].S;

    /// <inheritdoc />
    public async ValueTask<RequestOutcome?> FindOutcomeAsync(
        TenantId tenant,
        FlowId? flow,
        CancellationToken cancellationToken
    ) =>
        await _table.FindAsync(ConfigurationKeys.Outcome(tenant, flow), cancellationToken) is { } item
            ? new RequestOutcome(item.Number(Number), item[Answer].S)
            : null;

    /// <inheritdoc />
    public async ValueTask PutOutcomeAsync(
        TenantId tenant,
        FlowId? flow,
        RequestOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        var item = ConfigurationKeys.Outcome(tenant, flow);
        item[Number] = ItemAttributes.Of(outcome.Request);
        item[Answer] = new AttributeValue(outcome.Answer);
        await _table.TryPutAsync(item, null, null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DeleteCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Check(tenant, flow), cancellationToken);

    /// <inheritdoc />
    public async ValueTask DeleteRequestsAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        await _table.DeleteAsync(ConfigurationKeys.Request(tenant, flow), cancellationToken);
        await _table.DeleteAsync(ConfigurationKeys.Outcome(tenant, flow), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) =>
        await _table.FindAsync(ConfigurationKeys.Version(tenant, flow, version), cancellationToken) is { } item
            ? VersionItem.Read(flow, version, item)
            : null;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<VersionEntry>> ListVersionsAsync(
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
    {
        var versions = new List<VersionEntry>();
        var prefix = ConfigurationKeys.VersionPrefix(flow);
        await foreach (
            var item in _table.QueryAsync(
                ConfigurationKeys.Tenant(tenant),
                prefix,
                VersionItem.EntryProjection,
                cancellationToken
            )
        )
        {
            versions.Add(VersionItem.ReadEntry(int.Parse(item[ConfigurationKeys.Sort].S[prefix.Length..]), item));
        }

        return versions;
    }

    /// <inheritdoc />
    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Version(tenant, version.Flow, version.Version);
        VersionItem.Write(version, item);
        return _table.TryPutAsync(item, ConfigurationTable.IsNew, null, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<bool> TryPutMachineVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        string machineVersionArn,
        CancellationToken cancellationToken
    ) =>
        await _table.TryUpdateAsync(
            ConfigurationKeys.Version(tenant, flow, version),
            $"SET #{VersionItem.MachineVersionArn} = :arn",
            ConfigurationTable.Exists,
            new() { [":arn"] = new(machineVersionArn) },
            cancellationToken
        )
            is not null;

    /// <inheritdoc />
    public ValueTask DeleteVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Version(tenant, flow, version), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await _table.FindAsync(ConfigurationKeys.Live(tenant, flow), cancellationToken) is { } item
            ? UnreadableRecordException.ReadLive(tenant, flow, () => LiveItem.Read(flow, item))
            : null;

    /// <inheritdoc />
    public ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Live(tenant, live.Flow);
        LiveItem.Write(live, item);
        item[Revision] = ItemAttributes.Of((replacing ?? 0) + 1);
        return TryReplaceAsync(item, replacing, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DeleteLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Live(tenant, flow), cancellationToken);

    private ValueTask<bool> TryReplaceAsync(
        Dictionary<string, AttributeValue> item,
        int? replacing,
        CancellationToken cancellationToken
    ) =>
        replacing is { } before
            ? _table.TryPutAsync(
                item,
                $"#{Revision} = :before",
                new() { [":before"] = ItemAttributes.Of(before) },
                cancellationToken
            )
            : _table.TryPutAsync(item, ConfigurationTable.IsNew, null, cancellationToken);
}
