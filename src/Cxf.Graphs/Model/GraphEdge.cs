namespace Cxf.Graphs.Model;

/// <summary>
/// A connection between two nodes of one scope. Several choices, or several error branches, that lead to the same step are one
/// edge with several cases.
/// </summary>
/// <param name="From">The ID of the node where it starts.</param>
/// <param name="To">The ID of the node where it ends.</param>
/// <param name="Kind">When it is taken.</param>
/// <param name="Cases">Its cases; at least one.</param>
public sealed record GraphEdge(string From, string To, EdgeKind Kind, IReadOnlyList<EdgeCase> Cases)
{
    /// <summary>The edge's ID, unique in the graph: the location of its first case in the document.</summary>
    public string Id => Cases[0].Pointer;

    /// <summary>Whether it leaves a node at its side: an error branch, or the step that undoes another.</summary>
    public bool IsSide => Kind is EdgeKind.Error or EdgeKind.Undo;
}

/// <summary>One case in which an edge is taken.</summary>
/// <param name="Pointer">The location of the target's label in the document (RFC 6901).</param>
/// <param name="Text">
/// The condition as its author wrote it, without its marks; the error code of an error branch; empty for <c>next</c>.
/// </param>
/// <param name="Number">The place of a choice in the order of evaluation, from 1; 0 for anything else.</param>
public sealed record EdgeCase(string Pointer, string Text, int Number = 0)
{
    /// <summary>The text of the case in a picture.</summary>
    public string Shown => Number > 0 ? $"{Number}  {Text}" : Text;
}
