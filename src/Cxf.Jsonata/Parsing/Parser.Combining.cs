using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>What can follow an expression.</summary>
internal sealed partial class Parser
{
    private SyntaxNode Combine(in Token @operator, SyntaxNode left) => @operator.Kind switch
    {
        TokenKind.Dot => Join(left, Expression(Operators.Power(TokenKind.Dot))),
        TokenKind.OpenBracket => Filter(left, @operator.End),
        TokenKind.OpenBrace => Group(left, @operator.End),
        TokenKind.OpenParenthesis => Call(left, @operator.End),
        TokenKind.At => Focus(left, @operator.End),
        TokenKind.Hash => Index(left, @operator.End),
        TokenKind.Caret => Sort(left, @operator.End),
        TokenKind.Question => Condition(left, @operator.End),
        TokenKind.Assign => Bind(left, @operator.End),
        TokenKind.Apply => Apply(left, @operator.End),
        _ => Binary(@operator, left),
    };

    private BinaryNode Binary(in Token token, SyntaxNode left)
    {
        var right = Expression(Operators.Power(token.Kind));
        var node = new BinaryNode(OperatorOf(token.Kind), left, right, token.End);
        _parents.Push(node, left);
        _parents.Push(node, right);
        return node;
    }

    private static BinaryOperator OperatorOf(TokenKind kind) => kind switch
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

    private ConditionNode Condition(SyntaxNode condition, int position)
    {
        var then = Expression(0);
        SyntaxNode? otherwise = null;
        if (_token.Kind == TokenKind.Colon)
        {
            Advance(afterOperand: false);
            otherwise = Expression(0);
        }

        var node = new ConditionNode(condition, then, otherwise, position);
        _parents.Push(node, condition);
        _parents.Push(node, then);
        if (otherwise is not null)
        {
            _parents.Push(node, otherwise);
        }

        return node;
    }

    private BindNode Bind(SyntaxNode left, int position)
    {
        if (left is not VariableNode { Clauses: null } variable)
        {
            var predicate = (left.Clauses?.Predicates ?? left.Clauses?.Stages)?[^1];
            throw Errors.Syntax("S0212", predicate?.Position ?? left.Position, predicate is null ? NodeSymbol.Of(left) : "[");
        }

        var node = new BindNode(variable, Expression(Operators.AssignmentOperandPower), position);
        _parents.Push(node, node.Value);
        return node;
    }

    private ApplyNode Apply(SyntaxNode left, int position)
    {
        var right = Expression(Operators.Power(TokenKind.Apply));
        return new ApplyNode(left, right, position) { KeepArray = left.KeepArray || right.KeepArray };
    }

    private SyntaxNode Call(SyntaxNode procedure, int position)
    {
        var isPartial = false;
        var arguments = Arguments(ref isPartial);
        Expect(TokenKind.CloseParenthesis, afterOperand: true);
        if (procedure is NameNode { IsConverted: false, KeepArray: false, Name: "function" or "λ" })
        {
            return Lambda(arguments, position);
        }

        var node = new CallNode(procedure, arguments, isPartial, position);
        foreach (var argument in arguments)
        {
            _parents.Push(node, argument);
        }

        return node;
    }

    private SyntaxNode[] Arguments(ref bool isPartial)
    {
        if (_token.Kind == TokenKind.CloseParenthesis)
        {
            return [];
        }

        var arguments = new List<SyntaxNode>();
        while (true)
        {
            if (_token.Kind == TokenKind.Question)
            {
                isPartial = true;
                arguments.Add(new PlaceholderNode(_token.End));
                Advance(afterOperand: false);
            }
            else
            {
                arguments.Add(Item());
            }

            if (_token.Kind != TokenKind.Comma)
            {
                return [.. arguments];
            }

            Advance(afterOperand: false);
        }
    }

    private LambdaNode Lambda(SyntaxNode[] arguments, int position)
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

        var signature = _token.Kind == TokenKind.Less ? ReadSignature() : null;
        Expect(TokenKind.OpenBrace, afterOperand: false);
        var body = Expression(0);
        Expect(TokenKind.CloseBrace, afterOperand: false);
        return new LambdaNode(parameters, signature, body, position);
    }

    /// <summary>A signature is not made of the language's words, so it is read from the text.</summary>
    private Signature ReadSignature()
    {
        var start = _token.End;
        var text = SignatureText.Read(_text, _token.Start, out var end);
        _lexer.Position = end;
        Advance(afterOperand: false);
        if (text is null)
        {
            Expect(TokenKind.Greater, afterOperand: false);
        }

        return Signature.Parse(text ?? "<>", start);
    }
}
