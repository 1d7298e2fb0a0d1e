namespace Cxf.Jsonata.Syntax;

/// <summary>An array constructor.</summary>
internal sealed class ArrayNode(SyntaxNode[] items, int position) : SyntaxNode(position)
{
    public SyntaxNode[] Items { get; } = items;
}
