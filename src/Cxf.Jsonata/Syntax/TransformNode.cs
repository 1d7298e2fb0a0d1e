namespace Cxf.Jsonata.Syntax;

/// <summary><c>|pattern|update,delete|</c>.</summary>
internal sealed class TransformNode(SyntaxNode pattern, SyntaxNode update, SyntaxNode? delete, int position) : SyntaxNode(position)
{
    public SyntaxNode Pattern { get; } = pattern;

    public SyntaxNode Update { get; } = update;

    public SyntaxNode? Delete { get; } = delete;
}
