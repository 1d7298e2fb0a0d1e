using Cxf.ApiCalls.Identifiers;

namespace Cxf.Flows.Checks;

/// <summary>What a tenant has besides the flow being checked.</summary>
/// <param name="Connections">The tenant's connections, and the methods each allows.</param>
public sealed record FlowSurroundings(IReadOnlyDictionary<ConnectionId, IReadOnlyCollection<string>> Connections);
