using System.Text.Json.Nodes;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>
/// A configuration kept in files that a person writes: <c>instances.json</c>, <c>tenants/&lt;tenant&gt;/connections/*.json</c>
/// and <c>tenants/&lt;tenant&gt;/flows/*.json</c> (the drafts). What publishing adds stands apart, under <c>.published</c>.
/// </summary>
internal sealed class FolderConfigurationStore(string root) : IConfigurationStore, IDisposable
{
    // Writers of one process take turns here; conditions across processes are kept by exclusive files.
    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly PublishedFiles _published = new(Path.Combine(root, ".published"));

    private string InstancesFile => Path.Combine(root, "instances.json");

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantId>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken) =>
        await ReadAsync(InstancesFile, cancellationToken) is { } text && JsonNode.Parse(text)?[instanceArn] is JsonArray tenants
            ? [.. tenants.Select(tenant => TenantId.Parse(tenant!.GetValue<string>()))]
            : [];

    /// <inheritdoc />
    public async ValueTask PutTenantsAsync(string instanceArn, IReadOnlyCollection<TenantId> tenants, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var instances = await ReadAsync(InstancesFile, cancellationToken) is { } text ? JsonNode.Parse(text)!.AsObject() : [];
            instances[instanceArn] = new JsonArray([.. tenants.Select(tenant => JsonValue.Create(tenant.Value))]);
            await WriteAsync(InstancesFile, instances.ToJsonString(), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> FindConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        ReadAsync(ConnectionFile(tenant, connection), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, string>();
        foreach (var file in JsonFiles(Path.Combine(TenantFolder(tenant), "connections")))
        {
            if (ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var id))
            {
                connections[id] = await File.ReadAllTextAsync(file, cancellationToken);
            }
        }

        return connections;
    }

    /// <inheritdoc />
    public ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken) =>
        WriteAsync(ConnectionFile(tenant, connection), document, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await ReadAsync(FlowFile(tenant, flow), cancellationToken) is { } document
            ? new FlowDraft(flow, document, await _published.RevisionAsync(tenant, flow, cancellationToken))
            : null;

    /// <inheritdoc />
    public async ValueTask<FlowDraft> PutDraftAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var isNew = !File.Exists(FlowFile(tenant, flow));
            var revision = isNew ? 1 : await _published.RevisionAsync(tenant, flow, cancellationToken) + 1;
            await WriteAsync(FlowFile(tenant, flow), document, cancellationToken);
            await _published.PutRevisionAsync(tenant, flow, revision, cancellationToken);
            return new FlowDraft(flow, document, revision);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        _published.FindVersionAsync(tenant, flow, version, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken) =>
        _published.TryAddVersionAsync(tenant, version, cancellationToken);

    /// <inheritdoc />
    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _published.FindLiveAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var before = await _published.FindLiveAsync(tenant, live.Flow, cancellationToken);
            if (before?.Version != replacing)
            {
                return false;
            }

            await _published.PutLiveAsync(tenant, live, cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Every draft in the folder.</summary>
    public IEnumerable<(TenantId Tenant, FlowId Flow)> Drafts()
    {
        var tenants = Path.Combine(root, "tenants");
        foreach (var folder in Directory.Exists(tenants) ? Directory.GetDirectories(tenants).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            if (!TenantId.TryParse(Path.GetFileName(folder), out var tenant))
            {
                continue;
            }

            foreach (var file in JsonFiles(Path.Combine(folder, "flows")))
            {
                if (FlowId.TryParse(Path.GetFileNameWithoutExtension(file), out var flow))
                {
                    yield return (tenant, flow);
                }
            }
        }
    }

    internal static async ValueTask<string?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal static async ValueTask WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static string[] JsonFiles(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];

    private string TenantFolder(TenantId tenant) => Path.Combine(root, "tenants", tenant.Value);

    private string ConnectionFile(TenantId tenant, ConnectionId connection) => Path.Combine(TenantFolder(tenant), "connections", connection + ".json");

    private string FlowFile(TenantId tenant, FlowId flow) => Path.Combine(TenantFolder(tenant), "flows", flow + ".json");
}
