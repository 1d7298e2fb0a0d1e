namespace Cxf.Flows.Analysis;

/// <summary>
/// Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion, so that a long flow cannot overflow the stack.
/// </summary>
internal static class StronglyConnected
{
    /// <summary>The strongly connected components, each behind those that it leads to.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Components(StepEdge[][] edges)
    {
        var components = new List<IReadOnlyList<int>>();
        var order = new int[edges.Length];
        var low = new int[edges.Length];
        var onPath = new bool[edges.Length];
        var path = new Stack<int>();
        var calls = new Stack<(int Place, int Edge)>();
        var next = 0;
        for (var root = 0; root < edges.Length; root++)
        {
            if (order[root] != 0)
            {
                continue;
            }

            calls.Push((root, 0));
            while (calls.TryPop(out var call))
            {
                var (place, edge) = call;
                if (edge == 0)
                {
                    order[place] = low[place] = ++next;
                    path.Push(place);
                    onPath[place] = true;
                }
                else
                {
                    low[place] = Math.Min(low[place], low[edges[place][edge - 1].Target]);
                }

                while (edge < edges[place].Length && order[edges[place][edge].Target] != 0)
                {
                    var target = edges[place][edge++].Target;
                    low[place] = onPath[target] ? Math.Min(low[place], order[target]) : low[place];
                }

                if (edge < edges[place].Length)
                {
                    calls.Push((place, edge + 1));
                    calls.Push((edges[place][edge].Target, 0));
                }
                else if (low[place] == order[place])
                {
                    components.Add(Pop(path, onPath, place));
                }
            }
        }

        return components;
    }

    private static List<int> Pop(Stack<int> path, bool[] onPath, int root)
    {
        var component = new List<int>();
        int place;
        do
        {
            place = path.Pop();
            onPath[place] = false;
            component.Add(place);
        } while (place != root);

        component.Sort();
        return component;
    }
}
