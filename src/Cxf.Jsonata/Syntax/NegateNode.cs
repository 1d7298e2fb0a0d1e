namespace Cxf.Jsonata.Syntax;

/// <summary>A minus before an expression.</summary>
internal sealed class NegateNode(SyntaxNode operand, int position) : SyntaxNode(position)
{
    public SyntaxNode Operand { get; } = operand;
}
