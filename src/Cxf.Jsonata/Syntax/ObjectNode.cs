namespace Cxf.Jsonata.Syntax;

/// <summary>An object constructor.</summary>
internal sealed class ObjectNode(PairNode[] pairs, int position) : SyntaxNode(position)
{
    public PairNode[] Pairs { get; } = pairs;
}
