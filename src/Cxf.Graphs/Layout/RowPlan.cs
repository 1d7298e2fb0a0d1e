namespace Cxf.Graphs.Layout;

/// <summary>
/// The row of each cell: the longest path to it. A step that only errors lead to begins beside the first step that can fail; the
/// blocks of the lane are below each other, so that no new step pushes one of them to the side.
/// </summary>
internal static class RowPlan
{
    private const int Unreachable = 1;

    /// <summary>Sets the rows, and numbers the blocks of the lane.</summary>
    /// <param name="order">The cells, each after those that lead to it.</param>
    /// <param name="tree">Their structure.</param>
    public static void Apply(IReadOnlyList<Cell> order, DominatorTree tree)
    {
        Measure(order, []);
        var roots = order
            .Where(cell => cell.IsLane && tree.Parent(cell) is null)
            .OrderBy(cell => !cell.IsReached)
            .ThenBy(cell => cell.Row)
            .ThenBy(FirstSource)
            .ThenBy(cell => cell.Index)
            .ToList();
        if (roots.Count == 0)
        {
            return;
        }

        foreach (var (number, root) in roots.Index())
        {
            root.Block = number;
        }

        var blocks = order.Where(cell => cell.IsLane).GroupBy(cell => RootOf(cell, tree)).ToDictionary(block => block.Key.Block);
        Measure(order, Enumerable.Range(1, roots.Count - 1).ToDictionary(number => roots[number], number => blocks[number - 1].ToList()));
    }

    /// <summary>The rows that a link needs from one cell to the other.</summary>
    private static int LengthOf(Link link) =>
        link.Slot is not null ? 2
        : link is { IsSide: true, From.IsLane: false, To.IsLaneRoot: true } ? 0
        : 1;

    // A block's rows can depend on a cell that is not yet measured when its first cell is, so this ends when nothing moves.
    private static void Measure(IReadOnlyList<Cell> order, Dictionary<Cell, List<Cell>> above)
    {
        foreach (var cell in order)
        {
            cell.Row = cell.IsReached ? 0 : Unreachable;
        }

        for (var moved = true; moved; )
        {
            moved = false;
            foreach (var cell in order)
            {
                var row = cell.Row;
                foreach (var link in cell.In)
                {
                    row = link.IsLoose ? row : Math.Max(row, link.From.Row + LengthOf(link));
                }

                foreach (var other in above.GetValueOrDefault(cell) ?? [])
                {
                    row = Math.Max(row, Math.Max(other.Row, LastRowOf(other)) + 1);
                }

                moved |= row != cell.Row;
                cell.Row = row;
            }
        }
    }

    private static int LastRowOf(Cell cell) => cell.Out.Any(link => link.Slot is not null) ? cell.Row + 1 : cell.Row;

    private static (int Index, int Port) FirstSource(Cell cell) =>
        cell.In.Where(link => !link.IsLoose)
            .Select(link => (link.From.Index, link.From.Out.IndexOf(link)))
            .DefaultIfEmpty((int.MaxValue, 0))
            .Min();

    private static Cell RootOf(Cell cell, DominatorTree tree)
    {
        while (tree.Parent(cell) is { } parent)
        {
            cell = parent;
        }

        return cell;
    }
}
