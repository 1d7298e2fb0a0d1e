using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Drawing;

/// <summary>
/// A graph as words: every step with what it does, the ways on from it, and its marks. Who cannot see the picture has everything
/// in it here, and an editor can show it as a tree.
/// </summary>
public static class Outline
{
    /// <summary>The steps of a graph, in the order of the document.</summary>
    public static IReadOnlyList<OutlineItem> Of(Graph graph, GraphMarks? marks = null) =>
        Of(graph.Body, marks ?? new GraphMarks());

    private static List<OutlineItem> Of(GraphScope scope, GraphMarks marks)
    {
        var names = scope.Nodes.ToDictionary(node => node.Id, Words.NameOf);
        var ways = scope.Edges.ToLookup(edge => edge.From);
        return
        [
            .. scope
                .Nodes.Where(node => node.Kind != NodeKind.End)
                .Select(node => new OutlineItem(node, Words.Of(node) + Words.Of(marks.Of(node.Id)))
                {
                    Ways =
                    [
                        .. ways[node.Id]
                            .Select(edge => new OutlineWay(
                                edge,
                                $"{Words.When(edge)}: {names[edge.To]}.{Words.Of(marks.Of(edge.Id))}"
                            )),
                    ],
                    Parts = [.. node.Scopes.Select(inner => new OutlinePart(inner.Title, Of(inner, marks)))],
                }),
        ];
    }
}

/// <summary>A step in an outline.</summary>
/// <param name="Node">The node.</param>
/// <param name="Text">What it is, does and is for, and its marks.</param>
public sealed record OutlineItem(GraphNode Node, string Text)
{
    /// <summary>The ways on from it.</summary>
    public IReadOnlyList<OutlineWay> Ways { get; init; } = [];

    /// <summary>Its branches, or its body.</summary>
    public IReadOnlyList<OutlinePart> Parts { get; init; } = [];
}

/// <summary>A way on from a step in an outline.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Text">When it is taken, where it leads, and its marks.</param>
public sealed record OutlineWay(GraphEdge Edge, string Text);

/// <summary>A branch or body in an outline.</summary>
/// <param name="Title">The name of the branch; empty for others.</param>
/// <param name="Items">Its steps.</param>
public sealed record OutlinePart(string Title, IReadOnlyList<OutlineItem> Items);
