using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.FlowDocuments;

/// <summary>What differs from a folder when its flows are checked.</summary>
internal sealed record CheckConditions
{
    /// <summary>Nothing differs.</summary>
    public static CheckConditions None { get; } = new();

    /// <summary>The codes of errors that count as warnings. Default: none.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    /// <summary>The connection that has another description; null for none.</summary>
    public ConnectionId? Connection { get; init; }

    /// <summary>That description.</summary>
    public ApiDescription? Description { get; init; }

    /// <summary>The descriptions as they are under these conditions.</summary>
    public IReadOnlyDictionary<ConnectionId, ApiDescription> Apply(
        IReadOnlyDictionary<ConnectionId, ApiDescription> descriptions
    ) =>
        Connection is { } connection && Description is { } description && descriptions.ContainsKey(connection)
            ? new Dictionary<ConnectionId, ApiDescription>(descriptions) { [connection] = description }
            : descriptions;
}
