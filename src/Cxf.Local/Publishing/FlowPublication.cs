using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>One flow in a deployment: its versions, which of them callers use, and requests to change that.</summary>
/// <param name="target">The deployment.</param>
/// <param name="tenant">The tenant.</param>
/// <param name="flow">The flow.</param>
internal sealed class FlowPublication(IPublishTarget target, TenantId tenant, FlowId flow)
{
    /// <summary>The request that makes a draft live.</summary>
    /// <param name="revision">The draft's revision.</param>
    /// <param name="allowed">The codes of errors with which it is published all the same. Default: none.</param>
    public static JsonObject PublishRequest(int revision, params IReadOnlyList<string> allowed)
    {
        var request = new JsonObject { ["action"] = "publish", ["revision"] = revision };
        if (allowed.Count > 0)
        {
            request["allow"] = new JsonArray([.. allowed.Distinct().Select(code => JsonValue.Create(code))]);
        }

        return request;
    }

    /// <summary>The request that makes a version live again.</summary>
    public static JsonObject RollBackRequest(int version) => new() { ["action"] = "rollback", ["version"] = version };

    /// <summary>The request that gives a version a part of the runs.</summary>
    public static JsonObject CanaryRequest(int version, int weight) =>
        new()
        {
            ["action"] = "canary",
            ["version"] = version,
            ["weight"] = weight,
        };

    /// <summary>The flow as it is there now.</summary>
    public async Task<PublishedState> ReadAsync(CancellationToken cancellationToken)
    {
        var live = await target.Store.FindLiveAsync(tenant, flow, cancellationToken);
        var version = live is null ? null : await target.Store.FindVersionAsync(tenant, flow, live.Version, cancellationToken);
        var draft = await target.Store.FindDraftAsync(tenant, flow, cancellationToken);
        return new PublishedState(
            await target.Store.FindTenantAsync(tenant, cancellationToken) is not null,
            live,
            version?.Document,
            draft,
            await target.Store.ListVersionsAsync(tenant, flow, cancellationToken)
        )
        {
            IsInProgress = draft is not null && !await SubmittedDraft.IsAsync(target.Store, tenant, draft, cancellationToken),
        };
    }

    /// <summary>
    /// Saves a document as the draft and makes it live; null if somebody else has saved a draft since <paramref name="seen"/>.
    /// </summary>
    /// <param name="document">The flow document.</param>
    /// <param name="seen">What the person has seen of the flow.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="TimeoutException">PublishFlow did not answer.</exception>
    public async Task<PublishedFlow?> PublishAsync(string document, PublishedState seen, CancellationToken cancellationToken)
    {
        var draft =
            seen.Draft?.Document == document
                ? seen.Draft
                : await target.Store.TryPutDraftAsync(tenant, flow, document, seen.Draft?.Revision, cancellationToken);
        return draft is null ? null : await AskAsync(PublishRequest(draft.Revision), cancellationToken);
    }

    /// <summary>Makes a version live again.</summary>
    public Task<PublishedFlow> RollBackAsync(int version, CancellationToken cancellationToken) =>
        AskAsync(RollBackRequest(version), cancellationToken);

    /// <summary>Gives a part of the runs to another version.</summary>
    public Task<PublishedFlow> GiveCanaryAsync(int version, int weight, CancellationToken cancellationToken) =>
        AskAsync(CanaryRequest(version, weight), cancellationToken);

    private async Task<PublishedFlow> AskAsync(JsonObject request, CancellationToken cancellationToken) =>
        new(tenant.Value, flow.Value, await target.AskAsync(tenant, flow, request, cancellationToken));
}

/// <summary>A flow as a deployment has it.</summary>
/// <param name="HasTenant">Whether the deployment has the flow's tenant.</param>
/// <param name="Live">What callers use; null if the flow is not live.</param>
/// <param name="LiveDocument">The document of the live version; null if the flow is not live.</param>
/// <param name="Draft">The draft that was saved there; null for none.</param>
/// <param name="Versions">Its versions, the oldest first.</param>
internal sealed record PublishedState(
    bool HasTenant,
    LiveFlow? Live,
    string? LiveDocument,
    FlowDraft? Draft,
    IReadOnlyList<VersionEntry> Versions
)
{
    /// <summary>Whether somebody has saved the draft and not asked to publish it. Default: no.</summary>
    public bool IsInProgress { get; init; }

    /// <summary>Whether somebody works on a draft that is not the given document.</summary>
    public bool HasOtherDraft(string document) => IsInProgress && Draft?.Document != document;

    /// <summary>How many of 100 runs a version gets.</summary>
    public int ShareOf(int version) => Live?.Routes.FirstOrDefault(route => route.Version == version)?.Weight ?? 0;
}
