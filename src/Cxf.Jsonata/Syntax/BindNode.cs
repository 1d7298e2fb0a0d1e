namespace Cxf.Jsonata.Syntax;

/// <summary><c>$name := value</c>.</summary>
internal sealed class BindNode(VariableNode variable, SyntaxNode value, int position) : SyntaxNode(position)
{
    public VariableNode Variable { get; } = variable;

    public SyntaxNode Value { get; } = value;
}
