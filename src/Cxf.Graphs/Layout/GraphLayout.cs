using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>
/// Places a graph. The result depends on nothing but the graph: no position is stored anywhere, and no font is measured. Steps go
/// down in rows; the branches of a decision go to the right in their order; what follows errors is in lanes at the right.
/// </summary>
public static class GraphLayout
{
    /// <summary>The margin around the picture, besides those of its outermost scope.</summary>
    internal const int Margin = 4;

    /// <summary>The graph with the places of its nodes and edges.</summary>
    public static PlacedGraph Place(Graph graph) => new(graph, ScopeLayout.Place(graph.Body).Moved(Margin, Margin));
}
