namespace Cxf.Graphs.Layout;

/// <summary>
/// Finds the way of each edge through the grid. Lines run in the gaps between rows and columns, and down columns where nothing
/// else is, so that none crosses a node. Lines to one target share a track.
/// </summary>
internal sealed class EdgeRouter
{
    private readonly HashSet<(int Row, int Column)> _nodes = [];
    private readonly Dictionary<(int Row, int Column), string> _lines = [];
    private readonly int _lane;

    /// <param name="cells">The cells with their rows and columns, slots included.</param>
    /// <param name="lane">The first column of the lane.</param>
    public EdgeRouter(IEnumerable<Cell> cells, int lane)
    {
        _lane = lane;
        foreach (var cell in cells)
        {
            if (cell.Node is null)
            {
                _lines[(cell.Row, cell.Column)] = $"slot{cell.Index}";
            }
            else
            {
                _nodes.Add((cell.Row, cell.Column));
            }
        }
    }

    /// <summary>The track that lines to a target share.</summary>
    public static string TrackTo(Cell cell, bool isSide) => $"{(isSide ? "side" : "to")} {cell.Index}";

    /// <summary>The points of a link, from its first cell to its last.</summary>
    public IReadOnlyList<Waypoint> Route(Link link)
    {
        var (from, to) = (link.From, link.To);
        return link.IsSide ? (to.IsLaneRoot && !from.IsLane && to.Row >= from.Row ? ToLane(link) : FromSide(link))
            : link.Slot is { } slot ? [Start(from), .. Over(Across.Column(from.Column), from, slot.Column), .. Onward(slot, to)]
            : BranchPlan.BeginsBranch(link) ? [Start(from), .. Over(Across.Column(from.Column), from, to.Column), End(to)]
            : to.Row <= from.Row && from != to ? BackFromLeft(from, to)
            : [Start(from), .. Onward(from, to)];
    }

    private static Waypoint Start(Cell cell) => new(Across.Column(cell.Column), Down.Bottom(cell));

    private static Waypoint End(Cell cell) => new(Across.Column(cell.Column), Down.Top(cell));

    // The branches of a decision leave on one track.
    private static IEnumerable<Waypoint> Over(Across at, Cell from, int column)
    {
        if (from.Column != column)
        {
            var down = Down.Below(from.Row, $"from {from.Index}");
            yield return new Waypoint(at, down);
            yield return new Waypoint(Across.Column(column), down);
        }
    }

    /// <summary>From below a cell, or from a slot, to the top of another; back if that is above.</summary>
    private IEnumerable<Waypoint> Onward(Cell from, Cell to)
    {
        var track = TrackTo(to, isSide: false);
        if (to.Row <= from.Row)
        {
            var back = $"back {to.Index}";
            return [.. Turn(Across.Column(from.Column), from.Row, Across.Gap(to.Column, back), back), .. EnterLeft(to, back)];
        }

        if (TakeColumn(from.Column, from.Row + 1, to.Row - 1, track))
        {
            return from.Column == to.Column
                ? [End(to)]
                : [.. Turn(Across.Column(from.Column), to.Row - 1, Across.Column(to.Column), track), End(to)];
        }

        if (TakeColumn(to.Column, from.Row + 1, to.Row - 1, track))
        {
            return [.. Turn(Across.Column(from.Column), from.Row, Across.Column(to.Column), track), End(to)];
        }

        var channel = Across.Gap(to.Column < from.Column ? from.Column : from.Column + 1, track);
        return
        [
            .. Turn(Across.Column(from.Column), from.Row, channel, track),
            .. Turn(channel, to.Row - 1, Across.Column(to.Column), track),
            End(to),
        ];
    }

    private static List<Waypoint> BackFromLeft(Cell from, Cell to)
    {
        var track = $"back {to.Index}";
        var first = Across.Gap(from.Column, track);
        var points = new List<Waypoint> { new(Across.Left(from), Down.Entry(from)), new(first, Down.Entry(from)) };
        if (from.Column != to.Column)
        {
            points.AddRange(Turn(first, from.Row, Across.Gap(to.Column, track), track));
        }

        return [.. points, .. EnterLeft(to, track)];
    }

    /// <summary>From a place at the side to the first step of a block in the lane, which it enters at the left.</summary>
    private List<Waypoint> ToLane(Link link)
    {
        var (from, to) = (link.From, link.To);
        var track = TrackTo(to, isSide: true);
        var port = Down.AtPort(from, PortOf(link));
        var isFree = Enumerable
            .Range(from.Column + 1, _lane - from.Column - 1)
            .All(column => !_nodes.Contains((from.Row, column)));
        return
        [
            new Waypoint(Across.Right(from), port),
            .. isFree
                ? [new Waypoint(Across.Gap(_lane, track), port)]
                : Leave(Across.Gap(from.Column + 1, track), port, from.Row, Across.Gap(_lane, track), track),
            .. EnterLeft(to, track),
        ];
    }

    /// <summary>From the side to any other step, which it enters at the left: above are labels of branches.</summary>
    private static List<Waypoint> FromSide(Link link)
    {
        var (from, to) = (link.From, link.To);
        var track = TrackTo(to, isSide: true);
        var port = Down.AtPort(from, PortOf(link));
        var (first, second) = (Across.Gap(from.Column + 1, track), Across.Gap(to.Column, track));
        return
        [
            new Waypoint(Across.Right(from), port),
            .. first == second
                ? [new Waypoint(first, port)]
                : Leave(first, port, to.Row > from.Row ? to.Row - 1 : from.Row, second, track),
            .. EnterLeft(to, track),
        ];
    }

    private static IEnumerable<Waypoint> Leave(Across first, Down port, int row, Across second, string track) =>
        [new Waypoint(first, port), .. Turn(first, row, second, track)];

    private static IEnumerable<Waypoint> Turn(Across from, int row, Across to, string track) =>
        [new Waypoint(from, Down.Below(row, track)), new Waypoint(to, Down.Below(row, track))];

    private static IEnumerable<Waypoint> EnterLeft(Cell to, string track) =>
        [new Waypoint(Across.Gap(to.Column, track), Down.Entry(to)), new Waypoint(Across.Left(to), Down.Entry(to))];

    private static int PortOf(Link link) => link.From.Out.Where(other => other.IsSide).Index().First(at => at.Item == link).Index;

    /// <summary>Whether a line can go down a column between two rows; if so, it has those cells from then on.</summary>
    private bool TakeColumn(int column, int first, int last, string track)
    {
        for (var row = first; row <= last; row++)
        {
            if (_nodes.Contains((row, column)) || (_lines.TryGetValue((row, column), out var other) && other != track))
            {
                return false;
            }
        }

        for (var row = first; row <= last; row++)
        {
            _lines[(row, column)] = track;
        }

        return true;
    }
}
