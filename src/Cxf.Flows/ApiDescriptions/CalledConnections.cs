using System.Text.Json;
using Cxf.Documents.Identifiers;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// The connections that a document calls over, found before it is checked, because the check needs their descriptions.
/// </summary>
public static class CalledConnections
{
    /// <summary>Every connection that the document names, whatever else is wrong with it.</summary>
    public static IEnumerable<ConnectionId> In(JsonElement document) => Named(document).Distinct();

    private static IEnumerable<ConnectionId> Named(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(member =>
                    member.Name == "connection"
                    && member.Value.ValueKind == JsonValueKind.String
                    && ConnectionId.TryParse(member.Value.GetString(), out var id)
                        ? [id]
                        : Named(member.Value)
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Named),
            _ => [],
        };
}
