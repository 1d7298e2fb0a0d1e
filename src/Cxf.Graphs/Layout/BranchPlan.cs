namespace Cxf.Graphs.Layout;

/// <summary>
/// How the branches of each cell are beside each other, and what must be above the step where they meet. It depends on no row, so
/// that a longer branch does not move others to the side.
/// </summary>
internal sealed class BranchPlan
{
    private readonly Dictionary<Cell, int> _widths = [];
    private readonly Dictionary<Cell, List<Cell>> _meetings = [];

    /// <param name="order">The cells, each after those that lead to it.</param>
    /// <param name="tree">Their structure.</param>
    public BranchPlan(IReadOnlyList<Cell> order, DominatorTree tree)
    {
        foreach (var cell in order)
        {
            _meetings[cell] = [];
        }

        foreach (var cell in order)
        {
            if (tree.Parent(cell) is { } parent && !cell.Leading.Any(BeginsBranch))
            {
                _meetings[parent].Add(cell);
            }
        }

        foreach (var cell in order.Reverse())
        {
            var branches = BranchesOf(cell).Select(branch => branch.Offset + WidthOf(branch.Link));
            _widths[cell] = Math.Max(
                1,
                branches.Concat(_meetings[cell].Select(meeting => _widths[meeting])).DefaultIfEmpty().Max()
            );
        }
    }

    /// <summary>Whether a link is the only one that leads to its target, which then begins a branch.</summary>
    public static bool BeginsBranch(Link link) =>
        !link.IsLoose && link.To.IsLane == link.From.IsLane && link.To.Leading.SequenceEqual([link]);

    /// <summary>The branches of a cell, each with its first column, counted from that of the cell.</summary>
    public IEnumerable<(Link Link, int Offset)> BranchesOf(Cell cell)
    {
        var used = 0;
        foreach (var link in cell.Out.Where(link => link.Slot is not null || BeginsBranch(link)))
        {
            var offset = link.IsSide ? Math.Max(used, 1) : used;
            yield return (link, offset);
            used = offset + WidthOf(link);
        }
    }

    /// <summary>The steps below a cell where branches meet, in the order of the rows.</summary>
    public IReadOnlyList<Cell> MeetingsOf(Cell cell) => _meetings[cell];

    /// <summary>
    /// The cells above each step where branches meet: earlier such steps; the branches before the last that leads to it, because
    /// lines would cross them; and those that have columns which the steps below it need.
    /// </summary>
    public Dictionary<Cell, List<Cell>> AboveMeetings(DominatorTree tree)
    {
        var above = new Dictionary<Cell, List<Cell>>();
        foreach (var (cell, meetings) in _meetings.Where(entry => entry.Value.Count > 0))
        {
            var branches = BranchesOf(cell)
                .Select(branch =>
                    (branch.Link, branch.Offset, Cells: branch.Link.Slot is null ? tree.Below(branch.Link.To).ToList() : [])
                )
                .ToList();
            var before = new List<Cell>();
            foreach (var meeting in meetings)
            {
                var last = branches.FindLastIndex(branch =>
                    branch.Link.To == meeting
                    || branch.Cells.Any(inner => inner.Out.Any(link => link.To == meeting && !link.IsLoose))
                );
                above[meeting] =
                [
                    .. before,
                    .. branches
                        .Where((branch, index) => index <= last || branch.Offset < _widths[meeting])
                        .SelectMany(branch => branch.Cells),
                ];
                before.AddRange(tree.Below(meeting));
            }
        }

        return above.Where(entry => entry.Value.Count > 0).ToDictionary();
    }

    private int WidthOf(Link link) => link.Slot is null ? _widths[link.To] : 1;
}
