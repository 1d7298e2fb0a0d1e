namespace Cxf.Graphs.Layout;

/// <summary>
/// The column of each cell. The first branch of a decision is below it, the others are at its right in the order of the
/// document, each with as many columns as it needs; the step where branches meet is below the decision.
/// </summary>
internal sealed class ColumnPlan
{
    private readonly Dictionary<Cell, List<(Cell Child, bool IsBranch, bool IsSide)>> _children = [];
    private readonly Dictionary<Cell, List<(Cell Child, int Offset)>> _offsets = [];

    /// <summary>For each cell, the last row that it and the cells below it take in each column, from its own column on.</summary>
    private readonly Dictionary<Cell, List<int>> _lastRows = [];

    private ColumnPlan(IReadOnlyList<Cell> order, DominatorTree tree)
    {
        foreach (var cell in order)
        {
            _children[cell] = [];
        }

        foreach (var cell in order)
        {
            AddBranches(cell);
        }

        var branches = _children.Values.SelectMany(children => children).Select(child => child.Child).ToHashSet();
        foreach (var cell in order.Where(cell => !branches.Contains(cell)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Index))
        {
            if (tree.Parent(cell) is { } parent)
            {
                _children[parent].Add((cell, false, false));
            }
        }

        foreach (var cell in order.Reverse())
        {
            Measure(cell);
        }
    }

    /// <summary>Sets the columns.</summary>
    /// <returns>The column where the lane begins.</returns>
    public static int Apply(IReadOnlyList<Cell> order, DominatorTree tree)
    {
        var plan = new ColumnPlan(order, tree);
        var start = order.First(cell => cell is { IsLane: false } && tree.Parent(cell) is null);
        var lane = plan._lastRows[start].Count;
        start.Column = 0;
        foreach (var root in order.Where(cell => cell.IsLaneRoot))
        {
            root.Column = lane;
        }

        foreach (var cell in order)
        {
            foreach (var (child, offset) in plan._offsets[cell])
            {
                child.Column = cell.Column + offset;
            }
        }

        return lane;
    }

    /// <summary>Whether a link is the only one that leads to its target, which then begins a branch.</summary>
    public static bool BeginsBranch(Link link) =>
        !link.IsLoose && link.To.IsLane == link.From.IsLane && link.To.Leading.SequenceEqual([link]);

    private void AddBranches(Cell cell)
    {
        foreach (var link in cell.Out)
        {
            if (link.Slot is { } slot)
            {
                slot.Row = cell.Row + 1;
                _lastRows[slot] = [Math.Max(slot.Row, link.IsLoose ? slot.Row : link.To.Row - 1)];
                _offsets[slot] = [];
                _children[cell].Add((slot, true, false));
            }
            else if (BeginsBranch(link))
            {
                _children[cell].Add((link.To, true, link.IsSide));
            }
        }
    }

    private void Measure(Cell cell)
    {
        var last = new List<int> { cell.Row };
        var placed = new List<(Cell, int)>();
        var used = 0;
        foreach (var (child, isBranch, isSide) in _children[cell])
        {
            var inner = _lastRows[child];
            var offset =
                isBranch ? (isSide ? Math.Max(used, 1) : used)
                : IsFree(last, child.Row, inner.Count) ? 0
                : Math.Max(used, 1);
            placed.Add((child, offset));
            while (last.Count < offset + inner.Count)
            {
                last.Add(-1);
            }

            for (var column = 0; column < inner.Count; column++)
            {
                last[offset + column] = Math.Max(last[offset + column], inner[column]);
            }

            used = Math.Max(used, offset + inner.Count);
        }

        // Below a cell whose line goes on to a step elsewhere, that line needs the column until it arrives.
        foreach (var link in cell.Out.Where(link => link is { IsLoose: false, IsSide: false, Slot: null } && !BeginsBranch(link)))
        {
            last[0] = Math.Max(last[0], link.To.Row - 1);
        }

        _offsets[cell] = placed;
        _lastRows[cell] = last;
    }

    private static bool IsFree(List<int> last, int row, int columns) => last.Take(columns).All(lastRow => lastRow < row);
}
