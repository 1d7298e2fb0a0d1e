using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>An edge while its scope is being laid out.</summary>
internal sealed class Link(GraphEdge edge, Cell from, Cell to)
{
    public GraphEdge Edge { get; } = edge;

    public Cell From { get; } = from;

    public Cell To { get; } = to;

    public bool IsSide => Edge.IsSide;

    /// <summary>Whether it leads back in a loop, or from an unreachable step to others, and so says nothing about rows.</summary>
    public bool IsLoose { get; set; }

    /// <summary>
    /// The cell that a branch without steps of its own has below its decision, so that its condition has a place.
    /// </summary>
    public Cell? Slot { get; set; }
}
