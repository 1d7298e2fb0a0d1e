using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>A scope with the places of everything in it.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Area">Its place.</param>
/// <param name="Nodes">Its nodes, in the order of the document.</param>
/// <param name="Edges">Its edges.</param>
public sealed record PlacedScope(GraphScope Scope, Area Area, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges)
{
    /// <summary>This scope and those inside its nodes.</summary>
    public IEnumerable<PlacedScope> All => Nodes.SelectMany(node => node.Scopes).SelectMany(scope => scope.All).Prepend(this);

    internal PlacedScope Moved(int x, int y) =>
        new(Scope, Area.Moved(x, y), [.. Nodes.Select(node => node.Moved(x, y))], [.. Edges.Select(edge => edge.Moved(x, y))]);
}

/// <summary>A graph with the places of everything in it.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Body">Its scope.</param>
public sealed record PlacedGraph(Graph Graph, PlacedScope Body)
{
    /// <summary>Every node at any depth.</summary>
    public IEnumerable<PlacedNode> Nodes => Body.All.SelectMany(scope => scope.Nodes);

    /// <summary>Every edge at any depth.</summary>
    public IEnumerable<PlacedEdge> Edges => Body.All.SelectMany(scope => scope.Edges);
}
