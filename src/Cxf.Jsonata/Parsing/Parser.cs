using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>
/// A top-down operator-precedence parser: this class reads tokens and decides by precedence, <see cref="OperandParser"/> reads
/// what can start an expression, <see cref="OperatorParser"/> what can follow one. The tree is complete at once: paths are
/// joined, predicates attached and the steps that <c>%</c> refers to marked as soon as the operators are read.
/// </summary>
internal sealed class Parser
{
    private readonly List<JsonataError>? _errors;
    private Lexer _lexer;
    private JsonataException? _deferred;

    private Parser(string text, List<JsonataError>? errors)
    {
        Text = text;
        _errors = errors;
        _lexer = new Lexer(text);
    }

    public string Text { get; }

    /// <summary>The current token.</summary>
    public Token Token { get; private set; }

    public ParentBinding Parents { get; } = new();

    /// <summary>Parses an expression or throws the first error.</summary>
    public static SyntaxNode Parse(string text) => new Parser(text, null).Program();

    /// <summary>Parses an invalid expression and continues after each error to find the others.</summary>
    public static List<JsonataError> FindErrors(string text)
    {
        var errors = new List<JsonataError>();
        var parser = new Parser(text, errors);
        try
        {
            parser.Program();
        }
        catch (JsonataException error)
        {
            parser.Record(error);
        }

        return [.. errors.Distinct().OrderBy(error => error.Position)];
    }

    private SyntaxNode Program()
    {
        Advance(afterOperand: false);
        var expression = Expression(0);
        if (Token.Kind != TokenKind.End)
        {
            throw Errors.Unexpected("S0201", Token);
        }

        if (ParentBinding.IsUnresolved(expression))
        {
            Defer(Errors.Syntax("S0217", expression.Position, ParentBinding.TypeName(expression)));
        }

        return _deferred is null ? expression : throw _deferred;
    }

    public SyntaxNode Expression(int power)
    {
        StackGuard.Check();
        var first = Token;
        if (Operators.EndsItem(first.Kind))
        {
            // The token is not consumed, so that it still ends the enclosing item.
            throw Errors.Unexpected("S0211", first);
        }

        Advance(afterOperand: true);
        var left = OperandParser.Parse(this, first);
        while (power < Operators.Power(Token.Kind))
        {
            var @operator = Token;
            Advance(afterOperand: false);
            left = OperatorParser.Parse(this, @operator, left);
        }

        return left;
    }

    public void Advance(bool afterOperand) => Token = _lexer.Next(afterOperand);

    /// <summary>Continues after a part of the text that does not consist of tokens.</summary>
    public void ContinueAt(int position)
    {
        _lexer.Position = position;
        Advance(afterOperand: false);
    }

    public void Expect(TokenKind kind, bool afterOperand)
    {
        if (Token.Kind != kind)
        {
            var code = Token.Kind == TokenKind.End ? "S0203" : "S0202";
            throw Errors.Unexpected(code, Token, Operators.Text(kind));
        }

        Advance(afterOperand);
    }

    /// <summary>Keeps a semantic error until the whole text is read, because syntax errors have priority.</summary>
    public void Defer(JsonataException error)
    {
        if (_errors is null)
        {
            _deferred ??= error;
        }
        else
        {
            Record(error);
        }
    }

    /// <summary>A syntax error after which the text can still be read.</summary>
    public void Report(JsonataException error)
    {
        if (_errors is null)
        {
            throw error;
        }

        Record(error);
    }

    private void Record(JsonataException error) => _errors?.Add(error.ToError());

    /// <summary>
    /// Parses one of several expressions between brackets. If all errors are requested, an invalid one is recorded and skipped.
    /// </summary>
    public SyntaxNode Item()
    {
        if (_errors is null)
        {
            return Expression(0);
        }

        try
        {
            return Expression(0);
        }
        catch (JsonataException error) when (error.Code[0] == 'S')
        {
            Record(error);
            SkipItem();
            return new PlaceholderNode(Token.End);
        }
    }

    private void SkipItem()
    {
        for (var depth = 0; Token.Kind != TokenKind.End; Skip())
        {
            switch (Token.Kind)
            {
                case TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis:
                    depth++;
                    break;
                case TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis when depth > 0:
                    depth--;
                    break;
                case TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis:
                case TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon when depth == 0:
                    return;
                default:
                    break;
            }
        }
    }

    private void Skip()
    {
        try
        {
            Advance(afterOperand: true);
        }
        catch (JsonataException error)
        {
            Record(error);
            _lexer.Position = Math.Max(_lexer.Position + 1, Token.End + 1);
            Token = new Token(TokenKind.Unknown, Token.End, Token.End + 1);
        }
    }
}
