namespace Cxf.Jsonata.Syntax;

internal sealed class ArrayNode(SyntaxNode[] items, int position) : SyntaxNode(position)
{
    public SyntaxNode[] Items { get; } = items;
}

internal sealed class ObjectNode(PairNode[] pairs, int position) : SyntaxNode(position)
{
    public PairNode[] Pairs { get; } = pairs;
}

/// <summary>One key and its value in an object constructor or grouping.</summary>
internal sealed record PairNode(SyntaxNode Key, SyntaxNode Value);

/// <summary>Expressions in parentheses; the last one is the value, and variables end with the block.</summary>
internal sealed class BlockNode(SyntaxNode[] expressions, int position) : SyntaxNode(position)
{
    public SyntaxNode[] Expressions { get; } = expressions;
}

/// <summary><c>|pattern|update,delete|</c>.</summary>
internal sealed class TransformNode(SyntaxNode pattern, SyntaxNode update, SyntaxNode? delete, int position)
    : SyntaxNode(position)
{
    public SyntaxNode Pattern { get; } = pattern;

    public SyntaxNode Update { get; } = update;

    public SyntaxNode? Delete { get; } = delete;
}
