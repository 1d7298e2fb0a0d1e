namespace Cxf.Jsonata.Syntax;

/// <summary><c>**</c>: every value at any depth.</summary>
internal sealed class DescendantNode(int position) : SyntaxNode(position);
