using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>
/// A configuration in files that a person writes: <c>instances.json</c>, <c>tenants/&lt;tenant&gt;/connections/*.json</c> and
/// <c>tenants/&lt;tenant&gt;/flows/*.json</c> (the drafts), with <c>tenants/&lt;tenant&gt;/descriptions/*.json</c> of
/// connections. Publishing writes its own files to <c>.published</c>.
/// </summary>
internal sealed partial class FolderConfigurationStore(string root) : IConfigurationStore, IDisposable
{
    // Writers of one process take turns here; what must be written once across processes is an exclusive file.
    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly PublishedFiles _published = new(Path.Combine(root, ".published"));

    /// <summary>The file that says which instances may act for which tenants.</summary>
    public const string InstancesFileName = "instances.json";

    /// <summary>Where that file is.</summary>
    public string InstancesFile => Path.Combine(root, InstancesFileName);

    /// <summary>Whether it exists.</summary>
    public bool HasInstances => File.Exists(InstancesFile);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) =>
        [
            .. ((await InstancesAsync(cancellationToken)).GetValueOrDefault(instanceArn) ?? []).Select(
                tenant => new TenantBinding(tenant)
            ),
        ];

    /// <inheritdoc />
    public ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _published.FindGenerationAsync(tenant, cancellationToken);

    /// <inheritdoc />
    public async ValueTask EndGenerationAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        using (await TurnAsync(cancellationToken))
        {
            await _published.PutGenerationAsync(
                tenant,
                await _published.FindGenerationAsync(tenant, cancellationToken) + 1,
                cancellationToken
            );
        }
    }

    /// <inheritdoc />
    public async ValueTask<Tenant?> FindTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var instances = (await InstancesAsync(cancellationToken))
            .Where(instance => instance.Value.Contains(tenant))
            .Select(instance => instance.Key)
            .ToList();
        return instances.Count > 0 || Directory.Exists(TenantFolder(tenant)) ? new Tenant(tenant, instances) : null;
    }

    /// <inheritdoc />
    public ValueTask AddTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(TenantFolder(tenant));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DeleteTenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Directory.Exists(TenantFolder(tenant)))
        {
            Directory.Delete(TenantFolder(tenant), recursive: true);
        }

        _published.DeleteTenant(tenant);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask BindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken) =>
        ChangeInstanceAsync(instanceArn, tenants => tenants.Add(tenant), cancellationToken);

    /// <inheritdoc />
    public ValueTask UnbindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken) =>
        ChangeInstanceAsync(instanceArn, tenants => tenants.Remove(tenant), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        var file = ConnectionFile(tenant, connection);
        return
            await JsonFiles.ReadAsync(file, cancellationToken) is { } document
            && await FindGenerationAsync(tenant, cancellationToken) == generation
            ? StoredConnection.Of(
                document,
                generation,
                File.GetLastWriteTimeUtc(file).Ticks.ToString(CultureInfo.InvariantCulture)
            )
            : null;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var connections = new Dictionary<ConnectionId, string>();
        foreach (var file in JsonFiles.In(Path.Combine(TenantFolder(tenant), "connections")))
        {
            if (ConnectionId.TryParse(Path.GetFileNameWithoutExtension(file), out var id))
            {
                connections[id] = await File.ReadAllTextAsync(file, cancellationToken);
            }
        }

        return connections;
    }

    /// <inheritdoc />
    public ValueTask PutConnectionAsync(
        TenantId tenant,
        ConnectionId connection,
        string document,
        CancellationToken cancellationToken
    ) => JsonFiles.WriteAsync(ConnectionFile(tenant, connection), document, cancellationToken);

    /// <inheritdoc />
    public ValueTask DeleteConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken)
    {
        JsonFiles.Delete(ConnectionFile(tenant, connection));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask<byte[]?> FindDescriptionAsync(
        TenantId tenant,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        var file = DescriptionFiles.Of(TenantFolder(tenant), connection);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : null;
    }

    /// <inheritdoc />
    public ValueTask PutDescriptionAsync(
        TenantId tenant,
        ConnectionId connection,
        byte[] description,
        CancellationToken cancellationToken
    ) =>
        JsonFiles.WriteAsync(
            DescriptionFiles.Of(TenantFolder(tenant), connection),
            Encoding.UTF8.GetString(description),
            cancellationToken
        );

    /// <inheritdoc />
    public ValueTask DeleteDescriptionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken)
    {
        JsonFiles.Delete(DescriptionFiles.Of(TenantFolder(tenant), connection));
        return ValueTask.CompletedTask;
    }

    /// <summary>The text of <see cref="InstancesFileName"/>; null if the file does not exist.</summary>
    public ValueTask<string?> InstancesTextAsync(CancellationToken cancellationToken) =>
        JsonFiles.ReadAsync(InstancesFile, cancellationToken);

    /// <summary>Every instance of the folder with its tenants.</summary>
    /// <exception cref="JsonException">The file cannot be read; the message has every problem with its line.</exception>
    public async ValueTask<IReadOnlyDictionary<string, HashSet<TenantId>>> InstancesAsync(CancellationToken cancellationToken) =>
        ReadInstances(await InstancesTextAsync(cancellationToken));

    /// <summary>The instances in the text of <see cref="InstancesFileName"/>; none without a text.</summary>
    /// <exception cref="JsonException">The text cannot be read; the message has every problem with its line.</exception>
    public static IReadOnlyDictionary<string, HashSet<TenantId>> ReadInstances(string? text)
    {
        var document = new JsonDocumentReader(JsonSource.Parse(text ?? "{}"), InstanceCodes.Shape);
        var instances = InstancesReader.Read(document);
        return document.HasErrors
            ? throw new JsonException(
                string.Join(
                    Environment.NewLine,
                    document.Diagnostics.Select(problem =>
                        $"{InstancesFileName}:{problem.Line}:{problem.Column}: {problem.Code} {problem.Message}"
                    )
                )
            )
            : instances;
    }

    /// <summary>Every tenant that has a folder.</summary>
    public IEnumerable<TenantId> Tenants()
    {
        var tenants = Path.Combine(root, "tenants");
        foreach (
            var folder in Directory.Exists(tenants)
                ? Directory.GetDirectories(tenants).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
        {
            if (TenantId.TryParse(Path.GetFileName(folder), out var tenant))
            {
                yield return tenant;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async ValueTask ChangeInstanceAsync(
        string instanceArn,
        Action<HashSet<TenantId>> change,
        CancellationToken cancellationToken
    )
    {
        using (await TurnAsync(cancellationToken))
        {
            var instances = new Dictionary<string, HashSet<TenantId>>(await InstancesAsync(cancellationToken));
            var tenants = instances.GetValueOrDefault(instanceArn) ?? [];
            change(tenants);
            instances[instanceArn] = tenants;
            var json = new JsonObject(
                instances
                    .Where(instance => instance.Value.Count > 0)
                    .Select(instance =>
                        KeyValuePair.Create(
                            instance.Key,
                            (JsonNode?)new JsonArray([.. instance.Value.Select(tenant => JsonValue.Create(tenant.Value))])
                        )
                    )
            );
            await JsonFiles.WriteAsync(InstancesFile, json.ToJsonString(JsonFiles.Readable), cancellationToken);
        }
    }

    private async ValueTask<Turn> TurnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    private string TenantFolder(TenantId tenant) => Path.Combine(root, "tenants", tenant.Value);

    private string ConnectionFile(TenantId tenant, ConnectionId connection) =>
        Path.Combine(TenantFolder(tenant), "connections", connection + ".json");

    private string FlowFile(TenantId tenant, FlowId flow) => Path.Combine(TenantFolder(tenant), "flows", flow + ".json");

    private readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
