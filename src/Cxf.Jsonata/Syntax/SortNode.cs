namespace Cxf.Jsonata.Syntax;

/// <summary>A step that orders what the steps before it gave.</summary>
internal sealed class SortNode(SortTerm[] terms, int position) : SyntaxNode(position)
{
    public SortTerm[] Terms { get; } = terms;
}
