using Cxf.Graphs.Model;

namespace Cxf.Graphs.Reading;

/// <summary>
/// Collects the nodes and edges of one scope. A target that does not exist becomes a node of its own, so that a picture of a
/// document with mistakes shows where they are.
/// </summary>
internal sealed class ScopeBuilder(string pointer)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly List<(string From, string Target, EdgeKind Kind, EdgeCase Case)> _ways = [];

    private string StartId => pointer + "#start";

    private string EndId => pointer + "#end";

    /// <summary>Adds a step.</summary>
    public void Add(GraphNode node)
    {
        _nodes.Add(node);
        _ids.TryAdd(node.Label, node.Id);
    }

    /// <summary>Adds a way from a step to the step of a label.</summary>
    public void Connect(string from, string target, EdgeKind kind, EdgeCase reason) => _ways.Add((from, target, kind, reason));

    /// <summary>The scope.</summary>
    /// <param name="title">The name of the branch; empty for others.</param>
    /// <param name="start">The label of the first step, null if the document names none, and the location of that label.</param>
    /// <param name="ends">The IDs of the steps with which the scope ends, without a way on.</param>
    public GraphScope Build(string title, (string? Label, string Pointer) start, IReadOnlyList<string> ends)
    {
        var nodes = new List<GraphNode> { new(StartId, NodeKind.Start, "", start.Pointer) };
        nodes.AddRange(_nodes);
        var edges = new List<GraphEdge>();
        if (start.Label is { } first)
        {
            var to = IdOf(first, start.Pointer, nodes);
            edges.Add(new GraphEdge(StartId, to, EdgeKind.Next, [new EdgeCase(start.Pointer, "")]));
        }

        // Errors come after the other ways, whatever the order of the members, and "any" after the codes that it leaves over.
        var ways = _ways.ToLookup(way => way.From);
        foreach (var node in _nodes)
        {
            edges.AddRange(
                Merge(ways[node.Id].Select(way => (IdOf(way.Target, way.Case.Pointer, nodes), way.Kind, way.Case)), node.Id)
            );
            if (ends.Contains(node.Id))
            {
                edges.Add(new GraphEdge(node.Id, EndId, EdgeKind.Next, [new EdgeCase(node.Pointer + "#end", "")]));
            }
        }

        if (ends.Count > 0)
        {
            nodes.Add(new GraphNode(EndId, NodeKind.End, "", pointer));
        }

        return new GraphScope(title, pointer, nodes, edges);
    }

    private static IEnumerable<GraphEdge> Merge(IEnumerable<(string To, EdgeKind Kind, EdgeCase Case)> ways, string from) =>
        ways.GroupBy(way => (way.Kind, way.To))
            .Select(group => new GraphEdge(from, group.Key.To, group.Key.Kind, [.. group.Select(way => way.Case)]))
            .OrderBy(edge => edge.Kind);

    private string IdOf(string label, string from, List<GraphNode> nodes)
    {
        if (!_ids.TryGetValue(label, out var id))
        {
            _ids[label] = id = from + "#missing";
            nodes.Add(
                new GraphNode(id, NodeKind.Missing, label, from) { KindName = "missing", Summary = ["This step does not exist."] }
            );
        }

        return id;
    }
}
