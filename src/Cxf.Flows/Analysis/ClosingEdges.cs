namespace Cxf.Flows.Analysis;

/// <summary>
/// The edges that close the loops of a scope: those by which a depth-first search comes back to a step that it is still inside
/// of. Every way around a loop has at least one of them. The search has no recursion, so that a long flow cannot overflow the
/// stack.
/// </summary>
internal static class ClosingEdges
{
    public static IEnumerable<(int From, int Target)> Of(ScopeGraph scope)
    {
        var isSeen = new bool[scope.Steps.Count];
        var isOpen = new bool[scope.Steps.Count];
        foreach (var root in Enumerable.Range(0, scope.Steps.Count).Prepend(scope.Start))
        {
            var path = new Stack<(int Place, int Edge)>();
            Open(root);
            while (path.TryPop(out var at))
            {
                if (at.Edge == scope.Edges[at.Place].Length)
                {
                    isOpen[at.Place] = false;
                    continue;
                }

                path.Push((at.Place, at.Edge + 1));
                var target = scope.Edges[at.Place][at.Edge].Target;
                if (isOpen[target])
                {
                    yield return (at.Place, target);
                }

                Open(target);
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
}
