namespace Cxf.Flows.Analysis;

/// <summary>Finds a path on which something did not happen, to show it to the author.</summary>
internal static class PathSearch
{
    /// <summary>
    /// The labels of a shortest path to a step on which no step sets the variable; empty without such a path.
    /// If the step is in a body, the path leads through the scopes around it.
    /// </summary>
    public static IReadOnlyList<string> Without(string variable, DataFlow data, ScopeGraph scope, int place)
    {
        var setters = data.All(variable)
            .Where(definition => definition.Scope == scope)
            .Select(definition => definition.Place)
            .ToHashSet();
        if (setters.Contains(-1))
        {
            return [];
        }

        var inside = Shortest(scope, place, setters);
        if (inside.Count == 0 || scope.Outer is not { } outer)
        {
            return inside;
        }

        var outside = Without(variable, data, outer, scope.Holder);
        return outside.Count == 0 ? [] : [.. outside, .. inside];
    }

    private static List<string> Shortest(ScopeGraph scope, int goal, HashSet<int> avoided)
    {
        var cameFrom = new Dictionary<int, int> { [scope.Start] = -1 };
        var open = new Queue<int>([scope.Start]);
        while (open.TryDequeue(out var place) && place != goal)
        {
            foreach (var edge in avoided.Contains(place) ? [] : scope.Edges[place])
            {
                if (cameFrom.TryAdd(edge.Target, place))
                {
                    open.Enqueue(edge.Target);
                }
            }
        }

        var path = new List<string>();
        for (var place = cameFrom.ContainsKey(goal) ? goal : -1; place >= 0; place = cameFrom[place])
        {
            path.Add(scope.Steps[place].Label);
        }

        path.Reverse();
        return path;
    }
}
