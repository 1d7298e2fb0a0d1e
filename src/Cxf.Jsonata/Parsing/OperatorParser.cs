using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>Parses what can follow an expression.</summary>
internal static class OperatorParser
{
    public static SyntaxNode Parse(Parser parser, in Token @operator, SyntaxNode left) =>
        @operator.Kind switch
        {
            TokenKind.Dot => PathBuilder.Join(parser, left, parser.Expression(Operators.Power(TokenKind.Dot))),
            TokenKind.OpenBracket => Filter(parser, left, @operator.End),
            TokenKind.OpenBrace => PathBuilder.Group(parser, left, OperandParser.Pairs(parser), @operator.End),
            TokenKind.OpenParenthesis => Call(parser, left, @operator.End),
            TokenKind.At => PathBuilder.Focus(parser, left, StepVariable(parser, TokenKind.At), @operator.End),
            TokenKind.Hash => PathBuilder.Index(left, StepVariable(parser, TokenKind.Hash), @operator.End),
            TokenKind.Caret => Sort(parser, left, @operator.End),
            TokenKind.Question => Condition(parser, left, @operator.End),
            TokenKind.Assign => Bind(parser, left, @operator.End),
            TokenKind.Apply => Apply(parser, left, @operator.End),
            _ => Binary(parser, @operator, left),
        };

    private static BinaryNode Binary(Parser parser, in Token token, SyntaxNode left)
    {
        var right = parser.Expression(Operators.Power(token.Kind));
        var node = new BinaryNode(OperatorOf(token.Kind), left, right, token.End);
        parser.Parents.Push(node, left);
        parser.Parents.Push(node, right);
        return node;
    }

    private static BinaryOperator OperatorOf(TokenKind kind) =>
        kind switch
        {
            TokenKind.Plus => BinaryOperator.Add,
            TokenKind.Minus => BinaryOperator.Subtract,
            TokenKind.Star => BinaryOperator.Multiply,
            TokenKind.Slash => BinaryOperator.Divide,
            TokenKind.Percent => BinaryOperator.Modulo,
            TokenKind.Equal => BinaryOperator.Equal,
            TokenKind.NotEqual => BinaryOperator.NotEqual,
            TokenKind.Less => BinaryOperator.Less,
            TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
            TokenKind.Greater => BinaryOperator.Greater,
            TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
            TokenKind.Ampersand => BinaryOperator.Concatenate,
            TokenKind.And => BinaryOperator.And,
            TokenKind.Or => BinaryOperator.Or,
            _ => BinaryOperator.In,
        };

    private static ConditionNode Condition(Parser parser, SyntaxNode condition, int position)
    {
        var then = parser.Expression(0);
        SyntaxNode? otherwise = null;
        if (parser.Token.Kind == TokenKind.Colon)
        {
            parser.Advance(afterOperand: false);
            otherwise = parser.Expression(0);
        }

        var node = new ConditionNode(condition, then, otherwise, position);
        parser.Parents.Push(node, condition);
        parser.Parents.Push(node, then);
        if (otherwise is not null)
        {
            parser.Parents.Push(node, otherwise);
        }

        return node;
    }

    private static BindNode Bind(Parser parser, SyntaxNode left, int position)
    {
        if (left is not VariableNode { Clauses: null } variable)
        {
            var predicate = (left.Clauses?.Predicates ?? left.Clauses?.Stages)?[^1];
            throw Errors.Syntax("S0212", predicate?.Position ?? left.Position, predicate is null ? NodeSymbol.Of(left) : "[");
        }

        var node = new BindNode(variable, parser.Expression(Operators.AssignmentOperandPower), position);
        parser.Parents.Push(node, node.Value);
        return node;
    }

    private static ApplyNode Apply(Parser parser, SyntaxNode left, int position)
    {
        var right = parser.Expression(Operators.Power(TokenKind.Apply));
        return new ApplyNode(left, right, position) { KeepArray = left.KeepArray || right.KeepArray };
    }

    private static SyntaxNode Call(Parser parser, SyntaxNode procedure, int position)
    {
        var isPartial = false;
        var arguments = Arguments(parser, ref isPartial);
        parser.Expect(TokenKind.CloseParenthesis, afterOperand: true);
        if (procedure is NameNode { IsConverted: false, KeepArray: false, Name: "function" or "λ" })
        {
            return Lambda(parser, arguments, position);
        }

        var node = new CallNode(procedure, arguments, isPartial, position);
        foreach (var argument in arguments)
        {
            parser.Parents.Push(node, argument);
        }

        return node;
    }

    private static SyntaxNode[] Arguments(Parser parser, ref bool isPartial)
    {
        if (parser.Token.Kind == TokenKind.CloseParenthesis)
        {
            return [];
        }

        var arguments = new List<SyntaxNode>();
        while (true)
        {
            if (parser.Token.Kind == TokenKind.Question)
            {
                isPartial = true;
                arguments.Add(new PlaceholderNode(parser.Token.End));
                parser.Advance(afterOperand: false);
            }
            else
            {
                arguments.Add(parser.Item());
            }

            if (parser.Token.Kind != TokenKind.Comma)
            {
                return [.. arguments];
            }

            parser.Advance(afterOperand: false);
        }
    }

    private static LambdaNode Lambda(Parser parser, SyntaxNode[] arguments, int position)
    {
        var parameters = new VariableNode[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] is not VariableNode { Clauses: null } parameter)
            {
                throw Errors.Parameter(index + 1, arguments[index].Position, NodeSymbol.Of(arguments[index]));
            }

            parameters[index] = parameter;
        }

        var signature = parser.Token.Kind == TokenKind.Less ? ReadSignature(parser) : null;
        parser.Expect(TokenKind.OpenBrace, afterOperand: false);
        var body = parser.Expression(0);
        parser.Expect(TokenKind.CloseBrace, afterOperand: false);
        return new LambdaNode(parameters, signature, body, position);
    }

    /// <summary>A signature does not consist of tokens, so it is read from the text.</summary>
    private static Signature ReadSignature(Parser parser)
    {
        var start = parser.Token.End;
        var text = SignatureText.Read(parser.Text, parser.Token.Start, out var end);
        parser.ContinueAt(end);
        if (text is null)
        {
            parser.Expect(TokenKind.Greater, afterOperand: false);
        }

        return Signature.Parse(text ?? "<>", start);
    }

    private static SyntaxNode Filter(Parser parser, SyntaxNode left, int position)
    {
        if (parser.Token.Kind == TokenKind.CloseBracket)
        {
            parser.Advance(afterOperand: false);
            return PathBuilder.KeepArray(left);
        }

        var predicate = parser.Expression(0);
        parser.Expect(TokenKind.CloseBracket, afterOperand: true);
        return PathBuilder.Filter(parser, left, predicate, position);
    }

    private static PathNode Sort(Parser parser, SyntaxNode left, int position)
    {
        parser.Expect(TokenKind.OpenParenthesis, afterOperand: false);
        var terms = new List<SortTerm>();
        while (true)
        {
            var descending = parser.Token.Kind == TokenKind.Greater;
            if (parser.Token.Kind is TokenKind.Less or TokenKind.Greater)
            {
                parser.Advance(afterOperand: false);
            }

            terms.Add(new SortTerm(parser.Item(), descending));
            if (parser.Token.Kind != TokenKind.Comma)
            {
                break;
            }

            parser.Advance(afterOperand: false);
        }

        parser.Expect(TokenKind.CloseParenthesis, afterOperand: false);
        return PathBuilder.Sort(parser, left, [.. terms], position);
    }

    private static VariableNode StepVariable(Parser parser, TokenKind @operator) =>
        parser.Expression(Operators.Power(@operator)) is var right && right is VariableNode variable
            ? variable
            : throw Errors.Syntax("S0214", right.Position, Operators.Text(@operator));
}
