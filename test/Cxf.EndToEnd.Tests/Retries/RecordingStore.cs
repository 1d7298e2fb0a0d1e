using System.Net;
using Amazon.DynamoDBv2;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>A configuration in memory that notes what is read from it, for a function that may crash around every read.</summary>
internal sealed class RecordingStore(CrashPlan plan, TimeProvider timeProvider) : IConfigurationReader
{
    public Dictionary<string, IReadOnlyCollection<TenantBinding>> Tenants { get; } = [];

    public Dictionary<(TenantId, FlowId), LiveFlow> Live { get; } = [];

    public Dictionary<(TenantId, FlowId, int), FlowVersion> Versions { get; } = [];

    public List<string> Reads { get; } = [];

    /// <summary>How long it takes to answer; infinite: until the reader gives up.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether it refuses every read.</summary>
    public bool IsDown { get; set; }

    public int Generation { get; set; }

    public ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ReadAsync($"generation of {tenant}", Generation, cancellationToken);

    public ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) => ReadAsync($"tenants of {instanceArn}", Tenants.GetValueOrDefault(instanceArn) ?? [], cancellationToken);

    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        ReadAsync($"live {tenant}/{flow}", Live.GetValueOrDefault((tenant, flow)), cancellationToken);

    public ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        ReadAsync<FlowDraft?>($"draft {tenant}/{flow}", null, cancellationToken);

    public ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) => ReadAsync($"version {tenant}/{flow}/{version}", Versions.GetValueOrDefault((tenant, flow, version)), cancellationToken);

    public ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    ) => ReadAsync<StoredConnection?>($"connection {tenant}/{connection}", null, cancellationToken);

    private async ValueTask<T> ReadAsync<T>(string what, T value, CancellationToken cancellationToken)
    {
        Reads.Add(what);
        return await plan.CallAsync(async () =>
        {
            await VirtualWait.ForAsync(Delay, timeProvider, cancellationToken);
            return IsDown
                ? throw new AmazonDynamoDBException("The table does not answer.")
                {
                    StatusCode = HttpStatusCode.ServiceUnavailable,
                }
                : value;
        });
    }
}
