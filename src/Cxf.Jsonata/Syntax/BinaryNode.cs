namespace Cxf.Jsonata.Syntax;

/// <summary>Two operands and an operator between them.</summary>
internal sealed class BinaryNode(BinaryOperator @operator, SyntaxNode left, SyntaxNode right, int position) : SyntaxNode(position)
{
    public BinaryOperator Operator { get; } = @operator;

    public SyntaxNode Left { get; } = left;

    public SyntaxNode Right { get; } = right;
}
