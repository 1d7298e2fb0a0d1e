namespace Cxf.Jsonata.Syntax;

/// <summary>Steps, each evaluated for every result of the one before.</summary>
internal sealed class PathNode : SyntaxNode
{
    public PathNode(SyntaxNode first)
        : base(first.Position) => Steps.Add(first);

    public List<SyntaxNode> Steps { get; } = new(4);

    /// <summary>One of the steps is followed by <c>[]</c>.</summary>
    public bool KeepSingletonArray { get; set; }

    public SyntaxNode Last => Steps[^1];

    /// <summary>The path that a node is or becomes. A bare name is kept without a path around it until it needs one.</summary>
    public static PathNode Of(SyntaxNode node)
    {
        if (node is PathNode path)
        {
            return path;
        }

        var keepArray = node is NameNode && node.KeepArray;
        return new PathNode(node) { KeepSingletonArray = keepArray, KeepArray = keepArray };
    }
}
