using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Syntax;

/// <summary>The name of a node in the reference's errors: its name, or its token.</summary>
internal static class NodeSymbol
{
    /// <summary>The token; null if the node has no token with a text.</summary>
    public static string? Of(SyntaxNode node) =>
        node switch
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
