using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>The descriptions of the connections that documents call over, each read once.</summary>
internal sealed class LinkedDescriptions(IConfigurationStore store, TenantId tenant)
{
    private readonly Dictionary<ConnectionId, ApiDescription> _found = [];
    private readonly HashSet<ConnectionId> _asked = [];

    /// <summary>Those that exist.</summary>
    public IReadOnlyDictionary<ConnectionId, ApiDescription> Found => _found;

    /// <summary>Reads those of the connections that a document names, before the document is checked.</summary>
    public async Task AddAsync(JsonElement document, CancellationToken cancellationToken)
    {
        foreach (var connection in CalledConnections.In(document).Where(_asked.Add).ToList())
        {
            if (
                await store.FindDescriptionAsync(tenant, connection, cancellationToken) is { } stored
                && ApiDescription.Read(stored, out _) is { } description
            )
            {
                _found[connection] = description;
            }
        }
    }
}
