using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>A node with its place and its texts.</summary>
/// <param name="Node">The node.</param>
/// <param name="Area">Its place.</param>
public sealed record PlacedNode(GraphNode Node, Area Area)
{
    /// <summary>Its lines of text; none for a dot.</summary>
    public IReadOnlyList<CardLine> Lines { get; init; } = [];

    /// <summary>The places at its right side where error branches leave.</summary>
    public IReadOnlyList<SidePort> Ports { get; init; } = [];

    /// <summary>The scopes inside it.</summary>
    public IReadOnlyList<PlacedScope> Scopes { get; init; } = [];

    /// <summary>Whether some path leads to it.</summary>
    public bool IsReached { get; init; } = true;

    internal PlacedNode Moved(int x, int y) =>
        this with
        {
            Area = Area.Moved(x, y),
            Lines = [.. Lines.Select(line => line with { X = line.X + x, Y = line.Y + y })],
            Ports = [.. Ports.Select(port => port with { Y = port.Y + y })],
            Scopes = [.. Scopes.Select(scope => scope.Moved(x, y))],
        };
}

/// <summary>A line of text on a node.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Text">The text, shortened to the node's width.</param>
/// <param name="Font">Its font.</param>
/// <param name="IsMuted">Whether it is less important than the others.</param>
public sealed record CardLine(int X, int Y, string Text, Font Font, bool IsMuted = false);

/// <summary>A place at a node's right side where an error branch leaves.</summary>
/// <param name="Y">Its height in the picture.</param>
/// <param name="Edge">The edge that leaves there.</param>
/// <param name="Text">Its error codes.</param>
public sealed record SidePort(int Y, GraphEdge Edge, string Text);
