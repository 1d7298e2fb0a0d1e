namespace Cxf.Jsonata.Syntax;

/// <summary>A number literal; a minus before it is part of it.</summary>
internal sealed class NumberNode(double value, int position) : SyntaxNode(position)
{
    public double Value { get; set; } = value;
}
