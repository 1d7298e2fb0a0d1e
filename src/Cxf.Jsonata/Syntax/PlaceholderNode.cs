namespace Cxf.Jsonata.Syntax;

/// <summary>The <c>?</c> of a partial application.</summary>
internal sealed class PlaceholderNode(int position) : SyntaxNode(position);
