namespace Cxf.Jsonata.Syntax;

/// <summary><c>condition ? then : else</c>.</summary>
internal sealed class ConditionNode(SyntaxNode condition, SyntaxNode then, SyntaxNode? otherwise, int position) : SyntaxNode(position)
{
    public SyntaxNode Condition { get; } = condition;

    public SyntaxNode Then { get; } = then;

    public SyntaxNode? Otherwise { get; } = otherwise;
}
