using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>Where an alias leads, by the ARNs of versions.</summary>
internal static class RouteComparison
{
    public static bool IsSameAs(this IReadOnlyDictionary<string, int> alias, IReadOnlyList<LiveRoute> routes) =>
        alias.Count == routes.Count
        && routes.All(route => alias.TryGetValue(route.MachineVersionArn, out var weight) && weight == route.Weight);
}
