namespace Cxf.Graphs.Model;

/// <summary>What is drawn of a flow or a state machine: its steps and how they follow one another. It has no positions.</summary>
/// <param name="Name">The flow's ID.</param>
/// <param name="Description">What the flow is for, in its author's words.</param>
/// <param name="Body">Its steps.</param>
public sealed record Graph(string Name, string Description, GraphScope Body)
{
    /// <summary>Every node at any depth, each before those inside it.</summary>
    public IEnumerable<GraphNode> Nodes => Body.All.SelectMany(scope => scope.Nodes);

    /// <summary>Every edge at any depth.</summary>
    public IEnumerable<GraphEdge> Edges => Body.All.SelectMany(scope => scope.Edges);

    /// <summary>The nodes of steps by label; of a label that is used twice, the first.</summary>
    public IReadOnlyDictionary<string, GraphNode> ByLabel() =>
        Nodes
            .Where(node => !node.IsDot && node.Kind != NodeKind.Missing)
            .DistinctBy(node => node.Label)
            .ToDictionary(node => node.Label);
}
