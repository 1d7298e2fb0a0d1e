namespace Cxf.Graphs.Model;

/// <summary>Nodes that follow one another: those of a flow, of one branch, or of the body of a loop.</summary>
/// <param name="Title">The name of the branch; empty for others.</param>
/// <param name="Pointer">The location of the object with the steps in the document.</param>
/// <param name="Nodes">The nodes: the start, then the steps in the order of the document.</param>
/// <param name="Edges">The edges between them, ordered by the node where they start.</param>
public sealed record GraphScope(string Title, string Pointer, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges)
{
    /// <summary>This scope and those inside its nodes, each before those inside it.</summary>
    public IEnumerable<GraphScope> All => Nodes.SelectMany(node => node.Scopes).SelectMany(scope => scope.All).Prepend(this);
}
