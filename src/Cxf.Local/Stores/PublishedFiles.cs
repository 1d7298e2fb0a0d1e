using System.Text.Json.Nodes;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>What publishing writes in a folder of files: per flow its revision, its versions and what is live.</summary>
internal sealed class PublishedFiles(string root)
{
    /// <summary>A draft that only a person has written is at its first revision.</summary>
    public async ValueTask<int> RevisionAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await FolderConfigurationStore.ReadAsync(FileOf(tenant, flow, "revision"), cancellationToken) is { } text ? int.Parse(text) : 1;

    public ValueTask PutRevisionAsync(TenantId tenant, FlowId flow, int revision, CancellationToken cancellationToken) =>
        FolderConfigurationStore.WriteAsync(FileOf(tenant, flow, "revision"), revision.ToString(), cancellationToken);

    public async ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        await ReadAsync(VersionFile(tenant, flow, version), cancellationToken) is { } json
            ? new FlowVersion(flow, version, Text(json, "document"), Text(json, "contentHash"))
            : null;

    public async ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken)
    {
        var file = VersionFile(tenant, version.Flow, version.Version);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(new JsonObject { ["document"] = version.Document, ["contentHash"] = version.ContentHash }.ToJsonString());
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    public async ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await ReadAsync(FileOf(tenant, flow, "live.json"), cancellationToken) is { } json
            ? new LiveFlow(
                flow,
                json["version"]!.GetValue<int>(),
                Text(json, "contentHash"),
                Text(json, "aliasArn"),
                Enum.Parse<StateMachineType>(Text(json, "type")),
                Text(json, "inputContract"),
                [.. json["contactFields"]!.AsArray().Select(field => Enum.Parse<ContactField>(field!.GetValue<string>()))])
            {
                ClaimsRuns = json["claimsRuns"]?.GetValue<bool>() ?? false,
                TimeoutSeconds = json["timeoutSeconds"]?.GetValue<int>() ?? 0,
            }
            : null;

    public ValueTask PutLiveAsync(TenantId tenant, LiveFlow live, CancellationToken cancellationToken) =>
        FolderConfigurationStore.WriteAsync(
            FileOf(tenant, live.Flow, "live.json"),
            new JsonObject
            {
                ["version"] = live.Version,
                ["contentHash"] = live.ContentHash,
                ["aliasArn"] = live.AliasArn,
                ["type"] = live.Type.ToString(),
                ["inputContract"] = live.InputContract,
                ["contactFields"] = new JsonArray([.. live.ContactFields.Select(field => JsonValue.Create(field.ToString()))]),
                ["claimsRuns"] = live.ClaimsRuns,
                ["timeoutSeconds"] = live.TimeoutSeconds,
            }.ToJsonString(),
            cancellationToken);

    private static async ValueTask<JsonNode?> ReadAsync(string file, CancellationToken cancellationToken) =>
        await FolderConfigurationStore.ReadAsync(file, cancellationToken) is { } text ? JsonNode.Parse(text) : null;

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();

    private string VersionFile(TenantId tenant, FlowId flow, int version) => FileOf(tenant, flow, $"v{version:D6}.json");

    private string FileOf(TenantId tenant, FlowId flow, string name) => Path.Combine(root, tenant.Value, flow.Value, name);
}
