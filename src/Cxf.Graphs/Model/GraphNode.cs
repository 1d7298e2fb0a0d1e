namespace Cxf.Graphs.Model;

/// <summary>A step, or a place where steps start or end.</summary>
/// <param name="Id">The node's ID, unique in the graph.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Label">The step's label; empty for a start and an end.</param>
/// <param name="Pointer">The location of the step in the document (RFC 6901).</param>
public sealed record GraphNode(string Id, NodeKind Kind, string Label, string Pointer)
{
    /// <summary>The kind as the document calls it: <c>restApi</c>; empty if it names none.</summary>
    public string KindName { get; init; } = "";

    /// <summary>What it does: the method, connection and path of a call, the variables that it sets. Default: nothing.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>What the step is for, in its author's words. Default: empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The branches of <c>parallel</c>, the body of a loop. Default: none.</summary>
    public IReadOnlyList<GraphScope> Scopes { get; init; } = [];

    /// <summary>Whether it is only a place in the picture: where steps start or end.</summary>
    public bool IsDot => Kind is NodeKind.Start or NodeKind.End;

    /// <summary>Whether it is drawn as a box around other nodes.</summary>
    public bool IsBox => Scopes.Count > 0;
}
