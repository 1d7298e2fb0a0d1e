namespace Cxf.Jsonata.Syntax;

/// <summary><c>*</c>: every value of an object.</summary>
internal sealed class WildcardNode(int position) : SyntaxNode(position);
