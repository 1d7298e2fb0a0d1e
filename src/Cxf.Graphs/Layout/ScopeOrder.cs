namespace Cxf.Graphs.Layout;

/// <summary>
/// Finds out which cells are reached, which links lead back, and in which order the rest can be visited: each cell after those
/// that lead to it.
/// </summary>
internal static class ScopeOrder
{
    /// <summary>Marks the links and cells of a scope.</summary>
    /// <returns>The cells in an order in which every link that is not loose leads forward.</returns>
    public static IReadOnlyList<Cell> Of(IReadOnlyList<Cell> cells)
    {
        var states = new Dictionary<Cell, bool>();
        var finished = new List<Cell>();
        Visit(cells[0], states, finished);
        foreach (var cell in finished)
        {
            cell.IsReached = true;
        }

        // Steps that nothing leads to begin the parts of the document that are unreachable.
        var unreached = cells.Where(cell => !cell.IsReached).ToList();
        foreach (
            var cell in unreached
                .OrderBy(cell => cell.In.Any(link => link.From != cell && !link.From.IsReached))
                .Where(cell => !states.ContainsKey(cell))
        )
        {
            Visit(cell, states, finished);
        }

        foreach (var link in unreached.SelectMany(cell => cell.Out).Where(link => link.To.IsReached))
        {
            link.IsLoose = true;
        }

        MarkLane(cells);
        finished.Reverse();
        return finished;
    }

    // Depth first, without recursion: a chain of steps can be long. A link to a cell that is still open closes a loop.
    private static void Visit(Cell root, Dictionary<Cell, bool> isOpen, List<Cell> finished)
    {
        var path = new Stack<(Cell Cell, int Next)>([(root, 0)]);
        isOpen[root] = true;
        while (path.TryPop(out var at))
        {
            if (at.Next == at.Cell.Out.Count)
            {
                isOpen[at.Cell] = false;
                finished.Add(at.Cell);
                continue;
            }

            path.Push((at.Cell, at.Next + 1));
            var link = at.Cell.Out[at.Next];
            if (!isOpen.TryGetValue(link.To, out var open))
            {
                isOpen[link.To] = true;
                path.Push((link.To, 0));
            }
            else
            {
                link.IsLoose = open;
            }
        }
    }

    private static void MarkLane(IReadOnlyList<Cell> cells)
    {
        foreach (var cell in cells)
        {
            cell.IsLane = true;
        }

        cells[0].IsLane = false;
        var open = new Stack<Cell>([cells[0]]);
        while (open.TryPop(out var cell))
        {
            foreach (var link in cell.Out.Where(link => link is { IsSide: false, IsLoose: false, To.IsLane: true }))
            {
                link.To.IsLane = false;
                open.Push(link.To);
            }
        }
    }
}
