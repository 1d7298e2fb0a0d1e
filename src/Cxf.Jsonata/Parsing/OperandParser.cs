using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>Parses what can start an expression.</summary>
internal static class OperandParser
{
    public static SyntaxNode Parse(Parser parser, in Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Name:
                return new NameNode(token.Text!, token.Start, token.End);
            case TokenKind.And or TokenKind.Or or TokenKind.In:
                return new NameNode(Operators.Text(token.Kind), token.Start, token.End) { IsConverted = true };
            case TokenKind.Variable:
                return new VariableNode(token.Text!, token.Start, token.End);
            case TokenKind.String:
                return new StringNode(token.Text!, token.Start, token.End);
            case TokenKind.Number:
                return new NumberNode(token.Number, token.End);
            case TokenKind.True or TokenKind.False:
                return new ConstantNode(JsonataValue.From(token.Kind == TokenKind.True), token.End);
            case TokenKind.Null:
                return new ConstantNode(JsonataValue.Null, token.End);
            case TokenKind.Regex:
                return Regex(parser, token);
            case TokenKind.Star:
                return new WildcardNode(token.End);
            case TokenKind.StarStar:
                return new DescendantNode(token.End);
            case TokenKind.Percent:
                return new ParentNode(parser.Parents.NewSlot(), token.End);
            case TokenKind.Minus:
                return Negation(parser, token.End);
            case TokenKind.OpenParenthesis:
                return Block(parser, token.End);
            case TokenKind.OpenBracket:
                return ArrayConstructor(parser, token.End);
            case TokenKind.OpenBrace:
                return ObjectConstructor(parser, token.End);
            case TokenKind.Pipe:
                return Transform(parser, token.End);
            case TokenKind.End:
                parser.Defer(Errors.Unexpected("S0207", token));
                return new PlaceholderNode(token.End);
            default:
                throw Errors.Unexpected("S0211", token);
        }
    }

    private static RegexNode Regex(Parser parser, in Token token)
    {
        var flags = (RegexFlags)(int)token.Number;
        if (RegularExpressions.RegexPattern.Problem(token.Text!, flags) is { } problem)
        {
            parser.Report(Errors.Syntax("S0303", token.End, token.Text, problem));
        }

        return new RegexNode(token.Text!, flags, token.End);
    }

    private static SyntaxNode Negation(Parser parser, int position)
    {
        var operand = parser.Expression(Operators.NegationPower);
        if (operand is NumberNode number)
        {
            number.Value = -number.Value;
            return number;
        }

        var node = new NegateNode(operand, position);
        parser.Parents.Push(node, operand);
        return node;
    }

    private static BlockNode Block(Parser parser, int position)
    {
        var expressions = new List<SyntaxNode>();
        while (parser.Token.Kind != TokenKind.CloseParenthesis)
        {
            expressions.Add(parser.Item());
            if (parser.Token.Kind != TokenKind.Semicolon)
            {
                break;
            }

            parser.Advance(afterOperand: false);
        }

        parser.Expect(TokenKind.CloseParenthesis, afterOperand: true);
        var node = new BlockNode([.. expressions], position);
        foreach (var expression in expressions)
        {
            parser.Parents.Push(node, expression);
            if (
                expression.Clauses is { ConstructsArray: true }
                || (expression is PathNode path && path.Steps[0].Clauses is { ConstructsArray: true })
            )
            {
                node.EnsureClauses().ConstructsArray = true;
            }
        }

        return node;
    }

    private static ArrayNode ArrayConstructor(Parser parser, int position)
    {
        var items = new List<SyntaxNode>();
        while (parser.Token.Kind != TokenKind.CloseBracket)
        {
            var item = parser.Item();
            if (parser.Token.Kind == TokenKind.DotDot)
            {
                item = Range(parser, item);
            }

            items.Add(item);
            if (parser.Token.Kind != TokenKind.Comma)
            {
                break;
            }

            parser.Advance(afterOperand: false);
            if (parser.Token.Kind == TokenKind.CloseBracket)
            {
                throw Errors.Unexpected("S0211", parser.Token);
            }
        }

        parser.Expect(TokenKind.CloseBracket, afterOperand: true);
        var node = new ArrayNode([.. items], position);
        foreach (var item in items)
        {
            parser.Parents.Push(node, item);
        }

        return node;
    }

    private static BinaryNode Range(Parser parser, SyntaxNode first)
    {
        var position = parser.Token.End;
        parser.Advance(afterOperand: false);
        var last = parser.Expression(0);
        var range = new BinaryNode(BinaryOperator.Range, first, last, position);
        parser.Parents.Push(range, first);
        parser.Parents.Push(range, last);
        return range;
    }

    private static ObjectNode ObjectConstructor(Parser parser, int position)
    {
        var node = new ObjectNode(Pairs(parser), position);
        foreach (var pair in node.Pairs)
        {
            parser.Parents.Push(node, pair.Key);
            parser.Parents.Push(node, pair.Value);
        }

        return node;
    }

    public static PairNode[] Pairs(Parser parser)
    {
        var pairs = new List<PairNode>();
        if (parser.Token.Kind != TokenKind.CloseBrace)
        {
            while (true)
            {
                var key = parser.Item();
                parser.Expect(TokenKind.Colon, afterOperand: false);
                pairs.Add(new PairNode(key, parser.Item()));
                if (parser.Token.Kind != TokenKind.Comma)
                {
                    break;
                }

                parser.Advance(afterOperand: false);
            }
        }

        parser.Expect(TokenKind.CloseBrace, afterOperand: true);
        return [.. pairs];
    }

    private static TransformNode Transform(Parser parser, int position)
    {
        var pattern = parser.Expression(0);
        parser.Expect(TokenKind.Pipe, afterOperand: false);
        var update = parser.Expression(0);
        SyntaxNode? delete = null;
        if (parser.Token.Kind == TokenKind.Comma)
        {
            parser.Advance(afterOperand: false);
            delete = parser.Expression(0);
        }

        parser.Expect(TokenKind.Pipe, afterOperand: false);
        return new TransformNode(pattern, update, delete, position);
    }
}
