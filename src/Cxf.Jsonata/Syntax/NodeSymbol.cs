using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Syntax;

/// <summary>What the reference calls a node in its errors: the name, or the token that made it.</summary>
internal static class NodeSymbol
{
    /// <summary>The token; null where a node is made of no token that has a text.</summary>
    public static string? Of(SyntaxNode node) => node switch
    {
        PathNode path => Of(path.Steps[0]),
        NameNode name => name.Name,
        VariableNode variable => variable.Name,
        StringNode text => text.Value,
        NumberNode number => NumberText.Of(number.Value),
        ConstantNode constant => constant.Value.ToString(),
        WildcardNode => "*",
        DescendantNode => "**",
        NegateNode => "-",
        ArrayNode => "[",
        ObjectNode => "{",
        CallNode => "(",
        BindNode => ":=",
        ApplyNode => "~>",
        BinaryNode binary => BinarySymbols.Of(binary.Operator),
        _ => null,
    };
}
