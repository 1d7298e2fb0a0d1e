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
    /// <param name="branches">Their branches.</param>
    public static void Apply(IReadOnlyList<Cell> order, DominatorTree tree, BranchPlan branches)
    {
        var roots = order
            .Where(cell => cell.IsLane && tree.Parent(cell) is null)
            .OrderBy(cell => !cell.IsReached)
            .ThenBy(cell => cell.Key)
            .ToList();
        foreach (var (number, root) in roots.Index())
        {
            root.Block = number;
        }

        var blocks = order.Where(cell => cell.IsLane).ToLookup(cell => tree.RootOf(cell).Block);
        var above = roots.Skip(1).ToDictionary(root => root, root => blocks[root.Block - 1].ToList());
        var withMeetings = branches.AboveMeetings(tree).Concat(above).ToDictionary();
        if (!TryMeasure(order, withMeetings))
        {
            TryMeasure(order, above);
        }
    }

    /// <summary>The rows that a link needs from one cell to the other.</summary>
    private static int LengthOf(Link link) =>
        link.Slot is not null ? 2
        : link is { IsSide: true, From.IsLane: false, To.IsLaneRoot: true } ? 0
        : 1;

    // What must be above a cell can come after it in the order, so this ends when nothing moves. Errors that lead back into the
    // branches of a decision can ask for what cannot be; then it does not end.
    private static bool TryMeasure(IReadOnlyList<Cell> order, Dictionary<Cell, List<Cell>> above)
    {
        foreach (var cell in order)
        {
            cell.Row = cell.IsReached ? 0 : Unreachable;
        }

        var moved = true;
        for (var round = 0; moved && round < order.Count + 2; round++)
        {
            moved = false;
            foreach (var cell in order)
            {
                var row = Math.Max(
                    cell.In.Where(link => !link.IsLoose).Select(link => link.From.Row + LengthOf(link)).DefaultIfEmpty().Max(),
                    above.TryGetValue(cell, out var others) ? others.Max(LastRowOf) + 1 : 0
                );
                moved |= row > cell.Row;
                cell.Row = Math.Max(cell.Row, row);
            }
        }

        return !moved;
    }

    private static int LastRowOf(Cell cell) => cell.Out.Any(link => link.Slot is not null) ? cell.Row + 1 : cell.Row;
}
