using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>
/// The files that publishing writes: for each flow its revision, its versions, the live version, and the outcomes of requests.
/// </summary>
internal sealed class PublishedFiles(string root)
{
    // Not the ID of a flow: requests about the whole tenant.
    private const string TenantAsAWhole = "#";

    public IEnumerable<FlowId> FlowsOf(TenantId tenant)
    {
        var folder = Path.Combine(root, tenant.Value);
        foreach (var name in Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(Path.GetFileName) : [])
        {
            if (FlowId.TryParse(name, out var flow) && Directory.EnumerateFiles(FolderOf(tenant, flow)).Any())
            {
                yield return flow;
            }
        }
    }

    public void DeleteTenant(TenantId tenant)
    {
        var folder = Path.Combine(root, tenant.Value);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await ReadAsync(GenerationFile(tenant), cancellationToken))?["generation"]!.GetValue<int>() ?? 0;

    public ValueTask PutGenerationAsync(TenantId tenant, int generation, CancellationToken cancellationToken) =>
        WriteAsync(GenerationFile(tenant), new JsonObject { ["generation"] = generation }, cancellationToken);

    /// <summary>How often the store wrote a draft; null for one that only a person has written.</summary>
    public async ValueTask<int?> FindRevisionAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        (await ReadAsync(FileOf(tenant, flow, "draft"), cancellationToken))?["revision"]!.GetValue<int>();

    public ValueTask PutRevisionAsync(TenantId tenant, FlowId flow, int revision, CancellationToken cancellationToken) =>
        WriteAsync(FileOf(tenant, flow, "draft"), new JsonObject { ["revision"] = revision }, cancellationToken);

    public void DeleteRevision(TenantId tenant, FlowId flow) => JsonFiles.Delete(FileOf(tenant, flow, "draft"));

    public async ValueTask<DraftCheck?> FindCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await ReadAsync(FileOf(tenant, flow, "check"), cancellationToken) is { } json
            ? new DraftCheck(flow, json["revision"]!.GetValue<int>(), json["diagnostics"]!.ToJsonString(JsonFiles.Compact))
            : null;

    public ValueTask PutCheckAsync(TenantId tenant, DraftCheck check, CancellationToken cancellationToken) =>
        WriteAsync(
            FileOf(tenant, check.Flow, "check"),
            new JsonObject { ["revision"] = check.Revision, ["diagnostics"] = JsonNode.Parse(check.Diagnostics) },
            cancellationToken
        );

    public async ValueTask<int> PutRequestAsync(
        TenantId tenant,
        FlowId? flow,
        string request,
        CancellationToken cancellationToken
    )
    {
        var file = FileOf(tenant, flow, "request");
        var number = ((await ReadAsync(file, cancellationToken))?["number"]!.GetValue<int>() ?? 0) + 1;
        await WriteAsync(file, new JsonObject { ["number"] = number, ["request"] = JsonNode.Parse(request) }, cancellationToken);
        return number;
    }

    public async ValueTask<string?> FindRequestAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken) =>
        (await ReadAsync(FileOf(tenant, flow, "request"), cancellationToken))?["request"]!.ToJsonString(JsonFiles.Compact);

    public async ValueTask<RequestOutcome?> FindOutcomeAsync(
        TenantId tenant,
        FlowId? flow,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(FileOf(tenant, flow, "outcome"), cancellationToken) is { } json
            ? new RequestOutcome(json["number"]!.GetValue<int>(), json["answer"]!.ToJsonString(JsonFiles.Compact))
            : null;

    public ValueTask PutOutcomeAsync(
        TenantId tenant,
        FlowId? flow,
        RequestOutcome outcome,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            FileOf(tenant, flow, "outcome"),
            new JsonObject { ["number"] = outcome.Request, ["answer"] = JsonNode.Parse(outcome.Answer) },
            cancellationToken
        );

    public void DeleteCheck(TenantId tenant, FlowId flow) => JsonFiles.Delete(FileOf(tenant, flow, "check"));

    public void DeleteRequests(TenantId tenant, FlowId flow)
    {
        JsonFiles.Delete(FileOf(tenant, flow, "request"));
        JsonFiles.Delete(FileOf(tenant, flow, "outcome"));
    }

    public async ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(VersionFile(tenant, flow, version), cancellationToken) is { } json
            ? PublishedJson.ReadVersion(flow, version, json)
            : null;

    public IEnumerable<int> VersionsOf(TenantId tenant, FlowId flow) =>
        from file in JsonFiles.In(FolderOf(tenant, flow))
        let name = Path.GetFileNameWithoutExtension(file)
        where name.StartsWith('v') && int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select int.Parse(name[1..], CultureInfo.InvariantCulture);

    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken) =>
        JsonFiles.TryCreateAsync(
            VersionFile(tenant, version.Flow, version.Version),
            Text(PublishedJson.Write(version)),
            cancellationToken
        );

    public ValueTask PutVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken) =>
        WriteAsync(VersionFile(tenant, version.Flow, version.Version), PublishedJson.Write(version), cancellationToken);

    public void DeleteVersion(TenantId tenant, FlowId flow, int version) => JsonFiles.Delete(VersionFile(tenant, flow, version));

    public async ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await JsonFiles.ReadAsync(FileOf(tenant, flow, "live"), cancellationToken) is { } text
            ? UnreadableRecordException.ReadLive(tenant, flow, () => PublishedJson.ReadLive(flow, JsonNode.Parse(text)!))
            : null;

    public ValueTask PutLiveAsync(TenantId tenant, LiveFlow live, CancellationToken cancellationToken) =>
        WriteAsync(FileOf(tenant, live.Flow, "live"), PublishedJson.Write(live), cancellationToken);

    public void DeleteLive(TenantId tenant, FlowId flow) => JsonFiles.Delete(FileOf(tenant, flow, "live"));

    private static async ValueTask<JsonNode?> ReadAsync(string file, CancellationToken cancellationToken) =>
        await JsonFiles.ReadAsync(file, cancellationToken) is { } text ? JsonNode.Parse(text) : null;

    private static ValueTask WriteAsync(string file, JsonObject json, CancellationToken cancellationToken) =>
        JsonFiles.WriteAsync(file, Text(json), cancellationToken);

    private static string Text(JsonObject json) => json.ToJsonString(JsonFiles.Readable);

    // Outside the tenant's folder, which goes with the tenant.
    private string GenerationFile(TenantId tenant) => Path.Combine(root, TenantAsAWhole, tenant.Value + ".json");

    private string VersionFile(TenantId tenant, FlowId flow, int version) => FileOf(tenant, flow, $"v{version:D6}");

    private string FolderOf(TenantId tenant, FlowId flow) => Path.Combine(root, tenant.Value, flow.Value);

    private string FileOf(TenantId tenant, FlowId? flow, string name) =>
        Path.Combine(root, tenant.Value, flow?.Value ?? TenantAsAWhole, name + ".json");
}
