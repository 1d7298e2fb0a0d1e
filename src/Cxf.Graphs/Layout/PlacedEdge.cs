using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>An edge with the points of its line.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Points">The points, at right angles to each other, from the border of the first node to that of the last.</param>
/// <param name="Label">Its label; null if it has none, or if the node where it starts shows it.</param>
public sealed record PlacedEdge(GraphEdge Edge, IReadOnlyList<Spot> Points, PlacedLabel? Label)
{
    internal PlacedEdge Moved(int x, int y) =>
        this with
        {
            Points = [.. Points.Select(point => new Spot(point.X + x, point.Y + y))],
            Label = Label is null ? null : Label with { Area = Label.Area.Moved(x, y) },
        };
}

/// <summary>The label of an edge.</summary>
/// <param name="Area">Its place.</param>
/// <param name="Lines">Its lines.</param>
public sealed record PlacedLabel(Area Area, IReadOnlyList<string> Lines);
