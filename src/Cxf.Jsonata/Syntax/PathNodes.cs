namespace Cxf.Jsonata.Syntax;

/// <summary>Steps, each evaluated for every result of the previous one.</summary>
internal sealed class PathNode : SyntaxNode
{
    public PathNode(SyntaxNode first)
        : base(first.Position) => Steps.Add(first);

    public List<SyntaxNode> Steps { get; } = new(4);

    /// <summary>One of the steps is followed by <c>[]</c>.</summary>
    public bool KeepSingletonArray { get; set; }

    public SyntaxNode Last => Steps[^1];

    /// <summary>The node as a path. A bare name has no path around it until it needs one.</summary>
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

/// <summary>A field name; as a step of a path it looks the field up.</summary>
internal sealed class NameNode(string name, int start, int position) : SyntaxNode(position)
{
    public string Name { get; } = name;

    /// <summary>The start in the text, including a backquote.</summary>
    public int Start { get; } = start;

    /// <summary>
    /// Created from <c>and</c>, <c>or</c>, <c>in</c> or a string literal, so it cannot be the keyword <c>function</c>.
    /// </summary>
    public bool IsConverted { get; init; }
}

/// <summary><c>*</c>: every value of an object.</summary>
internal sealed class WildcardNode(int position) : SyntaxNode(position);

/// <summary><c>**</c>: every value at any depth.</summary>
internal sealed class DescendantNode(int position) : SyntaxNode(position);

/// <summary><c>%</c>: the object that the context was reached from.</summary>
internal sealed class ParentNode(ParentSlot slot, int position) : SyntaxNode(position)
{
    public ParentSlot Slot { get; } = slot;
}

/// <summary>The target of a <c>%</c>: the step that binds it is found while the paths around it are built.</summary>
internal sealed class ParentSlot(string label)
{
    /// <summary>The name the ancestor is bound to; two slots bound by the same step share one.</summary>
    public string Label { get; set; } = label;

    /// <summary>The remaining number of steps up to the binding step.</summary>
    public int Level { get; set; } = 1;
}

/// <summary>A step that orders the results of the previous steps.</summary>
internal sealed class SortNode(SortTerm[] terms, int position) : SyntaxNode(position)
{
    public SortTerm[] Terms { get; } = terms;
}

/// <summary>One key of an order-by.</summary>
internal sealed record SortTerm(SyntaxNode Expression, bool Descending);
