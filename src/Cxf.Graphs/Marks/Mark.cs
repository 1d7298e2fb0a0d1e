namespace Cxf.Graphs.Marks;

/// <summary>A mark on a node or an edge.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Words">The mark as words, for the outline and for screen readers: <c>takes at most 3.1 s</c>.</param>
/// <param name="Badge">The short text at the node; empty for a mark that is only a pattern.</param>
public sealed record Mark(MarkKind Kind, string Words, string Badge = "");
