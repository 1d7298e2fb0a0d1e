namespace Cxf.Jsonata.Syntax;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class ConstantNode(JsonataValue value, int position) : SyntaxNode(position)
{
    public JsonataValue Value { get; } = value;
}
