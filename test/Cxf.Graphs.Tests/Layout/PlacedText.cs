using System.Text;
using Cxf.Graphs.Layout;

namespace Cxf.Graphs.Tests.Layout;

/// <summary>The coordinates of a placed graph as text, ordered by ID.</summary>
internal static class PlacedText
{
    public static string Of(PlacedGraph graph)
    {
        var text = new StringBuilder();
        foreach (var node in graph.Nodes.OrderBy(node => node.Node.Id, StringComparer.Ordinal))
        {
            text.Append($"{node.Node.Id} {node.Area.X},{node.Area.Y} {node.Area.Width}x{node.Area.Height}\n");
        }

        foreach (var edge in graph.Edges.OrderBy(edge => edge.Edge.Id, StringComparer.Ordinal))
        {
            text.Append($"{edge.Edge.Id} {string.Join(' ', edge.Points.Select(point => $"{point.X},{point.Y}"))}\n");
        }

        return text.ToString();
    }
}
