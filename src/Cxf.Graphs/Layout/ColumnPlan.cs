namespace Cxf.Graphs.Layout;

/// <summary>
/// The column of each cell. The first branch of a decision is below it, the others are at its right in the order of the
/// document, each with as many columns as it needs; the step where branches meet is below the decision.
/// </summary>
internal sealed class ColumnPlan
{
    private readonly Dictionary<Cell, List<(Cell Child, int Offset)>> _children = [];

    /// <summary>For each cell, the last row that it and the cells below it take in each column, from its own column on.</summary>
    private readonly Dictionary<Cell, List<int>> _lastRows = [];

    /// <summary>Sets the columns.</summary>
    /// <returns>The column where the lane begins.</returns>
    public static int Apply(IReadOnlyList<Cell> order, BranchPlan branches)
    {
        var plan = new ColumnPlan();
        foreach (var cell in order.Reverse())
        {
            plan.Measure(cell, branches);
        }

        var lane = plan._lastRows[order[0]].Count;
        order[0].Column = 0;
        foreach (var root in order.Where(cell => cell.IsLaneRoot))
        {
            root.Column = lane;
        }

        foreach (var cell in order)
        {
            foreach (var (child, offset) in plan._children[cell])
            {
                child.Column = cell.Column + offset;
            }
        }

        return lane;
    }

    private void Measure(Cell cell, BranchPlan branches)
    {
        var last = new List<int> { cell.Row };
        var used = 0;
        _children[cell] = [];
        foreach (var (link, planned) in branches.BranchesOf(cell))
        {
            if (link.Slot is { } slot)
            {
                slot.Row = cell.Row + 1;
                _lastRows[slot] = [Math.Max(slot.Row, link.IsLoose ? slot.Row : link.To.Row - 1)];
            }

            // More than planned where a step below had no room.
            var offset = Math.Max(planned, used);
            Put(cell, link.Slot ?? link.To, offset, last);
            used = offset + _lastRows[link.Slot ?? link.To].Count;
        }

        // In a document whose jumps leave no room below, the step is at the right of everything.
        foreach (var meeting in branches.MeetingsOf(cell))
        {
            var isFree = last.Take(_lastRows[meeting].Count).All(row => row < meeting.Row);
            Put(cell, meeting, isFree ? 0 : last.Count, last);
        }

        // Below a cell whose line goes on to a step elsewhere, that line needs the column until it arrives.
        foreach (
            var link in cell.Out.Where(link =>
                link is { IsLoose: false, IsSide: false, Slot: null } && !BranchPlan.BeginsBranch(link)
            )
        )
        {
            last[0] = Math.Max(last[0], link.To.Row - 1);
        }

        _lastRows[cell] = last;
    }

    private void Put(Cell cell, Cell child, int offset, List<int> last)
    {
        var inner = _lastRows[child];
        _children[cell].Add((child, offset));
        while (last.Count < offset + inner.Count)
        {
            last.Add(-1);
        }

        for (var column = 0; column < inner.Count; column++)
        {
            last[offset + column] = Math.Max(last[offset + column], inner[column]);
        }
    }
}
