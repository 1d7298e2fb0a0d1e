using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>The targets of an alias, by the ARNs of versions.</summary>
internal static class RouteComparison
{
    public static bool IsSameAs(this IReadOnlyDictionary<string, int> alias, IReadOnlyList<LiveRoute> routes) =>
        alias.Count == routes.Count
        && routes.All(route => alias.TryGetValue(route.MachineVersionArn, out var weight) && weight == route.Weight);
}
