using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Drawing;

/// <summary>Nodes and edges as words, for the outline and for screen readers.</summary>
internal static class Words
{
    /// <summary>A node's name: its label, or what the dot is.</summary>
    public static string NameOf(GraphNode node) =>
        node.Kind switch
        {
            NodeKind.Start => "start",
            NodeKind.End => "end",
            _ => node.Label,
        };

    /// <summary>
    /// What a node is and does, without the ways on: <c>rest_api_1, restApi: POST crm /leads. Create the lead.</c>
    /// </summary>
    public static string Of(GraphNode node)
    {
        if (node.IsDot)
        {
            return NameOf(node);
        }

        var kind = node.KindName.Length > 0 ? node.KindName : "step without a kind";
        var does = node.Summary.Count > 0 ? $": {string.Join("; ", node.Summary)}" : "";
        var purpose = node.Description.Length > 0 ? $" {Sentence(node.Description)}" : "";
        return $"{node.Label}, {kind}{Sentence(does)}{purpose}";
    }

    /// <summary>When an edge is taken: <c>choice 1, $rest_api_1.status = 201</c>, <c>on ApiTimeout or any</c>.</summary>
    public static string When(GraphEdge edge) =>
        edge.Kind switch
        {
            EdgeKind.Choice => string.Join("; ", edge.Cases.Select(one => $"choice {one.Number}, if {one.Text}")),
            EdgeKind.Otherwise => "otherwise",
            EdgeKind.Error => $"on {string.Join(" or ", edge.Cases.Select(one => one.Text))}",
            EdgeKind.Undo => "undone by",
            _ => "then",
        };

    /// <summary>Marks as words that follow others.</summary>
    public static string Of(IEnumerable<Mark> marks) => string.Concat(marks.Select(mark => $" {Sentence(Capital(mark.Words))}"));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Sentence(string text) =>
        text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";
}
