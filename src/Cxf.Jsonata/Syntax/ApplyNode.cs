namespace Cxf.Jsonata.Syntax;

/// <summary><c>left ~&gt; right</c>: a call with the left side as first argument, or the composition of two functions.</summary>
internal sealed class ApplyNode(SyntaxNode left, SyntaxNode right, int position) : SyntaxNode(position)
{
    public SyntaxNode Left { get; } = left;

    public SyntaxNode Right { get; } = right;
}
