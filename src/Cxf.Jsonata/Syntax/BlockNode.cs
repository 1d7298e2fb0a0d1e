namespace Cxf.Jsonata.Syntax;

/// <summary>Expressions in parentheses; the last one is the value, and variables end with the block.</summary>
internal sealed class BlockNode(SyntaxNode[] expressions, int position) : SyntaxNode(position)
{
    public SyntaxNode[] Expressions { get; } = expressions;
}
