namespace Cxf.Flows.Analysis;

/// <summary>Depth-first searches of a scope, without recursion, so that a long flow cannot overflow the stack.</summary>
internal static class DepthFirstSearch
{
    /// <summary>
    /// The edges that close the loops of a scope: those that lead back to a step that the search is still inside of. Every way
    /// around a loop has at least one of them.
    /// </summary>
    public static IReadOnlyList<(int From, int Target)> ClosingEdges(ScopeGraph scope)
    {
        var closing = new List<(int, int)>();
        Search(scope, Enumerable.Range(0, scope.Steps.Count).Prepend(scope.Start), closing, []);
        return closing;
    }

    /// <summary>
    /// The steps that paths lead to, each after those that lead to it, except by closing edges (reverse postorder).
    /// </summary>
    public static List<int> ReversePostorder(ScopeGraph scope)
    {
        var left = new List<int>();
        Search(scope, [scope.Start], [], left);
        left.Reverse();
        return left;
    }

    private static void Search(ScopeGraph scope, IEnumerable<int> roots, List<(int, int)> closing, List<int> left)
    {
        var isSeen = new bool[scope.Steps.Count];
        var isOpen = new bool[scope.Steps.Count];
        var path = new Stack<(int Place, int Edge)>();
        foreach (var root in roots)
        {
            Open(root);
            while (path.TryPop(out var at))
            {
                if (at.Edge == scope.Edges[at.Place].Length)
                {
                    isOpen[at.Place] = false;
                    left.Add(at.Place);
                    continue;
                }

                path.Push((at.Place, at.Edge + 1));
                var target = scope.Edges[at.Place][at.Edge].Target;
                if (isOpen[target])
                {
                    closing.Add((at.Place, target));
                }

                Open(target);
            }
        }

        void Open(int place)
        {
            if (!isSeen[place])
            {
                isSeen[place] = isOpen[place] = true;
                path.Push((place, 0));
            }
        }
    }
}
