namespace Cxf.Graphs.Layout;

/// <summary>
/// Puts the cells of a scope in order: those that the flow reaches without an error, those that it reaches through errors, and
/// those that it does not reach. Links that close loops are loose, so that in each of the three parts the others lead forward.
/// </summary>
internal sealed class ScopeOrder
{
    private readonly Dictionary<Cell, int> _places = [];
    private readonly List<Cell> _order = [];

    private ScopeOrder(IReadOnlyList<Cell> cells)
    {
        Add(Visit([cells[0]], link => !link.IsSide), isLane: false);
        var sources = _order.SelectMany(cell => cell.Out).Where(link => link.IsSide).ToList();
        foreach (var link in sources.Where(link => _places.ContainsKey(link.To)))
        {
            link.IsLoose = true;
        }

        Add(
            Visit([.. sources.Select(link => link.To).Where(cell => !_places.ContainsKey(cell)).Distinct()], _ => true),
            isLane: true
        );
        LeadBack();
        foreach (var cell in _order)
        {
            cell.IsReached = true;
        }

        // Steps that nothing leads to begin the parts of the document that are unreachable.
        var unreached = cells.Where(cell => !cell.IsReached).OrderBy(cell => cell.In.Any(link => link.From != cell)).ToList();
        Add(Visit(unreached, _ => true), isLane: true);
        foreach (var link in unreached.SelectMany(cell => cell.Out).Where(link => link.To.IsReached))
        {
            link.IsLoose = true;
        }
    }

    /// <summary>Marks the links and cells of a scope, and gives the order of the cells.</summary>
    public static IReadOnlyList<Cell> Of(IReadOnlyList<Cell> cells) => new ScopeOrder(cells)._order;

    // What follows an error can lead back to a step before the one that failed.
    private void LeadBack()
    {
        foreach (var cell in _order.Where(cell => cell.IsLane))
        {
            cell.Key = cell
                .In.Where(link => !link.IsLoose && _places.ContainsKey(link.From))
                .Select(link => link.From.IsLane ? link.From.Key : _places[link.From])
                .DefaultIfEmpty()
                .Max();
            foreach (var link in cell.Out.Where(link => !link.To.IsLane))
            {
                link.IsLoose |= _places[link.To] <= cell.Key;
            }
        }
    }

    private void Add(List<Cell> cells, bool isLane)
    {
        foreach (var cell in cells)
        {
            cell.IsLane = isLane;
            _places[cell] = _order.Count;
            _order.Add(cell);
        }
    }

    // Depth first, without recursion: a chain of steps can be long. A link to a cell that is still open closes a loop. The last
    // branch is visited first, because the order is turned around: so the first branch comes first.
    private List<Cell> Visit(IReadOnlyList<Cell> roots, Func<Link, bool> follows)
    {
        var isOpen = new Dictionary<Cell, bool>();
        var finished = new List<Cell>();
        foreach (var root in roots.Reverse().Where(root => !isOpen.ContainsKey(root)))
        {
            var path = new Stack<(Cell Cell, int Next)>([(root, root.Out.Count)]);
            isOpen[root] = true;
            while (path.TryPop(out var at))
            {
                if (at.Next == 0)
                {
                    isOpen[at.Cell] = false;
                    finished.Add(at.Cell);
                    continue;
                }

                path.Push((at.Cell, at.Next - 1));
                var link = at.Cell.Out[at.Next - 1];
                if (!follows(link) || _places.ContainsKey(link.To))
                {
                    continue;
                }

                if (!isOpen.TryGetValue(link.To, out var open))
                {
                    isOpen[link.To] = true;
                    path.Push((link.To, link.To.Out.Count));
                }
                else
                {
                    link.IsLoose = open;
                }
            }
        }

        finished.Reverse();
        return finished;
    }
}
