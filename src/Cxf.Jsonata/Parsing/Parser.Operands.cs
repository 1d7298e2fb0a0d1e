using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>What can start an expression.</summary>
internal sealed partial class Parser
{
    private SyntaxNode Operand(in Token token)
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
                return Regex(token);
            case TokenKind.Star:
                return new WildcardNode(token.End);
            case TokenKind.StarStar:
                return new DescendantNode(token.End);
            case TokenKind.Percent:
                return new ParentNode(_parents.NewSlot(), token.End);
            case TokenKind.Minus:
                return Negation(token.End);
            case TokenKind.OpenParenthesis:
                return Block(token.End);
            case TokenKind.OpenBracket:
                return ArrayConstructor(token.End);
            case TokenKind.OpenBrace:
                return ObjectConstructor(token.End);
            case TokenKind.Pipe:
                return Transform(token.End);
            case TokenKind.End:
                Defer(Errors.Unexpected("S0207", token));
                return new PlaceholderNode(token.End);
            default:
                throw Errors.Unexpected("S0211", token);
        }
    }

    private RegexNode Regex(in Token token)
    {
        var flags = (RegexFlags)(int)token.Number;
        if (RegularExpressions.RegexPattern.Problem(token.Text!, flags) is { } problem)
        {
            Defer(Errors.Syntax("S0303", token.End, token.Text, problem));
        }

        return new RegexNode(token.Text!, flags, token.End);
    }

    private SyntaxNode Negation(int position)
    {
        var operand = Expression(Operators.NegationPower);
        if (operand is NumberNode number)
        {
            number.Value = -number.Value;
            return number;
        }

        var node = new NegateNode(operand, position);
        _parents.Push(node, operand);
        return node;
    }

    private BlockNode Block(int position)
    {
        var expressions = new List<SyntaxNode>();
        while (_token.Kind != TokenKind.CloseParenthesis)
        {
            expressions.Add(Item());
            if (_token.Kind != TokenKind.Semicolon)
            {
                break;
            }

            Advance(afterOperand: false);
        }

        Expect(TokenKind.CloseParenthesis, afterOperand: true);
        var node = new BlockNode([.. expressions], position);
        foreach (var expression in expressions)
        {
            _parents.Push(node, expression);
            if (expression.Clauses is { ConstructsArray: true }
                || (expression is PathNode path && path.Steps[0].Clauses is { ConstructsArray: true }))
            {
                node.EnsureClauses().ConstructsArray = true;
            }
        }

        return node;
    }

    private ArrayNode ArrayConstructor(int position)
    {
        var items = new List<SyntaxNode>();
        while (_token.Kind != TokenKind.CloseBracket)
        {
            var item = Item();
            if (_token.Kind == TokenKind.DotDot)
            {
                item = Range(item);
            }

            items.Add(item);
            if (_token.Kind != TokenKind.Comma)
            {
                break;
            }

            Advance(afterOperand: false);
            if (_token.Kind == TokenKind.CloseBracket)
            {
                throw Errors.Unexpected("S0211", _token);
            }
        }

        Expect(TokenKind.CloseBracket, afterOperand: true);
        var node = new ArrayNode([.. items], position);
        foreach (var item in items)
        {
            _parents.Push(node, item);
        }

        return node;
    }

    private BinaryNode Range(SyntaxNode first)
    {
        var position = _token.End;
        Advance(afterOperand: false);
        var last = Expression(0);
        var range = new BinaryNode(BinaryOperator.Range, first, last, position);
        _parents.Push(range, first);
        _parents.Push(range, last);
        return range;
    }

    private ObjectNode ObjectConstructor(int position)
    {
        var node = new ObjectNode(Pairs(), position);
        foreach (var pair in node.Pairs)
        {
            _parents.Push(node, pair.Key);
            _parents.Push(node, pair.Value);
        }

        return node;
    }

    private PairNode[] Pairs()
    {
        var pairs = new List<PairNode>();
        if (_token.Kind != TokenKind.CloseBrace)
        {
            while (true)
            {
                var key = Item();
                Expect(TokenKind.Colon, afterOperand: false);
                pairs.Add(new PairNode(key, Item()));
                if (_token.Kind != TokenKind.Comma)
                {
                    break;
                }

                Advance(afterOperand: false);
            }
        }

        Expect(TokenKind.CloseBrace, afterOperand: true);
        return [.. pairs];
    }

    private TransformNode Transform(int position)
    {
        var pattern = Expression(0);
        Expect(TokenKind.Pipe, afterOperand: false);
        var update = Expression(0);
        SyntaxNode? delete = null;
        if (_token.Kind == TokenKind.Comma)
        {
            Advance(afterOperand: false);
            delete = Expression(0);
        }

        Expect(TokenKind.Pipe, afterOperand: false);
        return new TransformNode(pattern, update, delete, position);
    }
}
