using Cxf.Graphs.Layout;

namespace Cxf.Graphs.Tests.Layout;

/// <summary>What must hold of every placed graph.</summary>
internal static class Geometry
{
    public static void Check(PlacedGraph graph)
    {
        foreach (var scope in graph.Body.All)
        {
            NodesAreApart(scope);
            EverythingIsInside(scope);
            foreach (var edge in scope.Edges)
            {
                EdgeJoinsItsNodes(edge, scope);
                EdgeCrossesNoNode(edge, scope);
            }
        }
    }

    /// <summary>The pairs of edges that cross although neither their starts nor their ends are the same.</summary>
    public static IEnumerable<(string One, string Other)> Crossings(PlacedScope scope) =>
        from one in scope.Edges
        from other in scope.Edges
        where
            string.CompareOrdinal(one.Edge.Id, other.Edge.Id) < 0
            && one.Edge.From != other.Edge.From
            && one.Edge.To != other.Edge.To
            && IsOfFlow(one, scope)
            && IsOfFlow(other, scope)
            && Segments(one).Any(segment => Segments(other).Any(next => Cross(segment, next)))
        select (one.Edge.Id, other.Edge.Id);

    private static bool IsOfFlow(PlacedEdge edge, PlacedScope scope) =>
        !edge.Edge.IsSide && scope.Nodes.Single(node => node.Node.Id == edge.Edge.From).IsReached;

    private static void NodesAreApart(PlacedScope scope)
    {
        var areas = scope
            .Nodes.Select(node => (node.Node.Id, node.Area))
            .Concat(
                scope.Edges.Where(edge => edge.Label is not null).Select(edge => ("label of " + edge.Edge.Id, edge.Label!.Area))
            )
            .ToList();
        foreach (var (index, (id, area)) in areas.Index())
        {
            var overlapped = areas.Take(index).Where(other => other.Item2.Overlaps(area)).Select(other => other.Item1);
            Assert.True(!overlapped.Any(), $"{id} overlaps {string.Join(", ", overlapped)}");
        }
    }

    private static void EverythingIsInside(PlacedScope scope)
    {
        Assert.All(scope.Nodes, node => Assert.True(scope.Area.Contains(node.Area), node.Node.Id));
        Assert.All(
            scope.Edges.SelectMany(edge => edge.Points),
            point => Assert.True(scope.Area.Contains(new Area(point.X, point.Y, 0, 0)), point.ToString())
        );
        foreach (var node in scope.Nodes)
        {
            Assert.All(node.Scopes, inner => Assert.True(node.Area.Contains(inner.Area), inner.Scope.Pointer));
            Assert.All(node.Lines, line => Assert.InRange(line.Y, node.Area.Y, node.Area.Bottom));
            Assert.All(node.Ports, port => Assert.InRange(port.Y, node.Area.Y, node.Area.Bottom));
        }
    }

    private static void EdgeJoinsItsNodes(PlacedEdge edge, PlacedScope scope)
    {
        var (from, to) = (AreaOf(edge.Edge.From, scope), AreaOf(edge.Edge.To, scope));
        var (first, last) = (edge.Points[0], edge.Points[^1]);
        Assert.True(edge.Points.Count > 1, edge.Edge.Id);
        Assert.True(IsOnBorder(first, from), $"{edge.Edge.Id} starts at {first}, and its node is at {from}");
        Assert.True(IsOnBorder(last, to), $"{edge.Edge.Id} ends at {last}, and its node is at {to}");
        Assert.Equal(edge.Edge.IsSide, first.X == from.Right && first.Y != from.Bottom);
        Assert.All(Segments(edge), line => Assert.True(line.From.X == line.To.X || line.From.Y == line.To.Y, edge.Edge.Id));
    }

    private static void EdgeCrossesNoNode(PlacedEdge edge, PlacedScope scope)
    {
        foreach (var (from, to) in Segments(edge))
        {
            var line = new Area(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
            Assert.All(
                scope.Nodes,
                node =>
                    Assert.False(
                        line.X < node.Area.Right
                            && node.Area.X < line.Right + (line.Width == 0 ? 1 : 0)
                            && line.X + line.Width > node.Area.X
                            && line.Y < node.Area.Bottom
                            && node.Area.Y < line.Bottom + (line.Height == 0 ? 1 : 0)
                            && line.Y + line.Height > node.Area.Y,
                        $"{edge.Edge.Id} crosses {node.Node.Id}"
                    )
            );
        }
    }

    private static Area AreaOf(string id, PlacedScope scope) => scope.Nodes.Single(node => node.Node.Id == id).Area;

    private static bool IsOnBorder(Spot spot, Area area) =>
        (spot.X == area.X || spot.X == area.Right || spot.Y == area.Y || spot.Y == area.Bottom)
        && spot.X >= area.X
        && spot.X <= area.Right
        && spot.Y >= area.Y
        && spot.Y <= area.Bottom;

    private static IEnumerable<(Spot From, Spot To)> Segments(PlacedEdge edge) => edge.Points.Zip(edge.Points.Skip(1));

    private static bool Cross((Spot From, Spot To) one, (Spot From, Spot To) other) =>
        (one.From.X == one.To.X) != (other.From.X == other.To.X)
        && (one.From.X == one.To.X ? CrossAt(one, other) : CrossAt(other, one));

    private static bool CrossAt((Spot From, Spot To) down, (Spot From, Spot To) across) =>
        Between(down.From.X, across.From.X, across.To.X) && Between(across.From.Y, down.From.Y, down.To.Y);

    private static bool Between(int value, int one, int other) => value > Math.Min(one, other) && value < Math.Max(one, other);
}
