namespace Cxf.Jsonata.Syntax;

/// <summary>A variable; the empty name is the context, <c>$</c> the root.</summary>
internal sealed class VariableNode(string name, int start, int position) : SyntaxNode(position)
{
    /// <summary>The name without its first <c>$</c>.</summary>
    public string Name { get; } = name;

    public int Start { get; } = start;
}
