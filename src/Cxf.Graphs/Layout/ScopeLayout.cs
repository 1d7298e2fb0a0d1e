using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>Lays out one scope: order, structure, rows, columns, ways of the edges, and then sizes and coordinates.</summary>
internal static class ScopeLayout
{
    /// <summary>The scope with its upper left corner at 0, 0.</summary>
    public static PlacedScope Place(GraphScope scope)
    {
        var side = scope.Edges.Where(edge => edge.IsSide).ToLookup(edge => edge.From);
        var cells = scope.Nodes.Select((node, index) => new Cell(index, node, Card.Of(node, [.. side[node.Id]]))).ToList();
        var links = Connect(scope, cells);
        var order = ScopeOrder.Of(cells);
        var slots = AddSlots(links, cells.Count);
        var tree = new DominatorTree(order);
        var branches = new BranchPlan(order, tree);
        RowPlan.Apply(order, tree, branches);
        var lane = ColumnPlan.Apply(order, branches);
        var router = new EdgeRouter(cells.Concat(slots), lane);
        var routes = links.Select(router.Route).ToList();
        var tracks = new TrackPlan(routes, Reserved(links, lane), track => RankOf(track, cells));
        var labels = links.Select(link => EdgeLabels.Of(link)).ToList();
        var grid = new Grid([.. cells, .. slots], tracks, EdgeLabels.HeightsByGap(links, labels));
        return new PlacedScope(
            scope,
            new Area(0, 0, grid.Width, grid.Height),
            [.. cells.Select(cell => Place(cell, grid))],
            [.. links.Select((link, index) => Place(link, routes[index], labels[index], grid))]
        );
    }

    private static List<Link> Connect(GraphScope scope, List<Cell> cells)
    {
        var byId = cells.ToDictionary(cell => cell.Node!.Id);
        var links = new List<Link>();
        foreach (var edge in scope.Edges)
        {
            var link = new Link(edge, byId[edge.From], byId[edge.To]);
            link.From.Out.Add(link);
            link.To.In.Add(link);
            links.Add(link);
        }

        return links;
    }

    private static List<Cell> AddSlots(List<Link> links, int index)
    {
        var slots = new List<Cell>();
        foreach (
            var link in links.Where(link =>
                link.Edge.Kind is EdgeKind.Choice or EdgeKind.Otherwise && !BranchPlan.BeginsBranch(link)
            )
        )
        {
            link.Slot = new Cell(index + slots.Count, null, Card.Slot) { IsLane = link.From.IsLane };
            slots.Add(link.Slot);
        }

        return slots;
    }

    // A step of another column may come between a step and the lane at any time; its line then needs this track.
    private static IEnumerable<(int Gap, string Track)> Reserved(List<Link> links, int lane) =>
        links
            .Where(link => link is { IsSide: true, From.IsLane: false, To.IsLaneRoot: true })
            .SelectMany(link =>
                ((int[])[link.From.Column + 1, lane]).Select(gap => (gap, EdgeRouter.TrackTo(link.To, isSide: true)))
            );

    // Lines to the lane: those that arrive further down are further left, so that they do not cross each other. Lines that lead
    // back arrive at the column at the right of the gap.
    private static int RankOf(string track, List<Cell> cells)
    {
        var cell = cells[int.Parse(track[(track.IndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture)];
        return track.StartsWith("back", StringComparison.Ordinal) ? int.MaxValue : -cell.Block;
    }

    private static PlacedNode Place(Cell cell, Grid grid)
    {
        var area = grid.AreaOf(cell);
        return new PlacedNode(cell.Node!, area with { X = 0, Y = 0 })
        {
            Lines = cell.Card.Lines,
            Ports = cell.Card.Ports,
            Scopes = cell.Card.Scopes,
            IsReached = cell.IsReached,
        }.Moved(area.X, area.Y);
    }

    private static PlacedEdge Place(Link link, IReadOnlyList<Waypoint> route, IReadOnlyList<string> label, Grid grid)
    {
        var points = new List<Spot>();
        foreach (var spot in route.Select(grid.SpotOf))
        {
            // A point between two others on one line says nothing.
            if (points is [.., var before, var last] && IsStraight(before, last, spot))
            {
                points.RemoveAt(points.Count - 1);
            }

            if (points.Count == 0 || points[^1] != spot)
            {
                points.Add(spot);
            }
        }

        return new PlacedEdge(
            link.Edge,
            points,
            label.Count == 0 ? null : new PlacedLabel(grid.LabelOf(link.Slot ?? link.To, label), label)
        );
    }

    private static bool IsStraight(Spot one, Spot two, Spot three) =>
        (one.X == two.X && two.X == three.X) || (one.Y == two.Y && two.Y == three.Y);
}
