namespace Cxf.Graphs.Layout;

/// <summary>
/// Which cell every path to a cell passes last. A branch belongs below its decision, and so does the step where branches meet
/// again: both are dominated by the decision. That is how the structure of a flow is found in its graph.
/// </summary>
internal sealed class DominatorTree
{
    private readonly Dictionary<Cell, Cell?> _parents = [];
    private readonly Dictionary<Cell, int> _depths = [];
    private readonly Dictionary<Cell, List<Cell>> _children = [];

    /// <param name="order">The cells, each after those that lead to it.</param>
    public DominatorTree(IReadOnlyList<Cell> order)
    {
        foreach (var cell in order)
        {
            Cell? parent = null;
            var isFirst = true;
            foreach (var link in cell.Leading)
            {
                // A step of the lane is below one of the lane only if nothing else leads to it.
                var from = cell.IsLane && !link.From.IsLane ? null : link.From;
                parent = isFirst ? from : Common(parent, from);
                isFirst = false;
            }

            _parents[cell] = parent;
            _depths[cell] = parent is null ? 0 : _depths[parent] + 1;
            _children[cell] = [];
            if (parent is not null)
            {
                _children[parent].Add(cell);
            }
        }
    }

    /// <summary>The cell above; null for the start, and for the first cell of each block of the lane.</summary>
    public Cell? Parent(Cell cell) => _parents[cell];

    /// <summary>The first cell of the block, or the start.</summary>
    public Cell RootOf(Cell cell)
    {
        while (_parents[cell] is { } parent)
        {
            cell = parent;
        }

        return cell;
    }

    /// <summary>A cell and all that it dominates.</summary>
    public IEnumerable<Cell> Below(Cell cell)
    {
        var open = new Stack<Cell>([cell]);
        while (open.TryPop(out var next))
        {
            yield return next;
            _children[next].ForEach(open.Push);
        }
    }

    private Cell? Common(Cell? one, Cell? other)
    {
        while (one != other)
        {
            if (one is null || other is null)
            {
                return null;
            }

            if (_depths[one] > _depths[other])
            {
                one = _parents[one];
            }
            else
            {
                other = _parents[other];
            }
        }

        return one;
    }
}
