using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>
/// A top-down operator-precedence parser. It builds the finished tree at once: paths are joined, predicates attached and
/// the steps that <c>%</c> refers to marked as soon as the operators are read.
/// </summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly List<JsonataError>? _errors;
    private readonly ParentBinding _parents = new();
    private Lexer _lexer;
    private Token _token;
    private JsonataException? _deferred;

    private Parser(string text, List<JsonataError>? errors)
    {
        _text = text;
        _errors = errors;
        _lexer = new Lexer(text);
    }

    /// <summary>Parses a text or throws the first error.</summary>
    public static SyntaxNode Parse(string text) => new Parser(text, null).Program();

    /// <summary>Parses a text that is known to be wrong, and goes on after each error to find the others.</summary>
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
        if (_token.Kind != TokenKind.End)
        {
            throw Errors.Unexpected("S0201", _token);
        }

        if (ParentBinding.IsUnresolved(expression))
        {
            Defer(Errors.Syntax("S0217", expression.Position, ParentBinding.TypeName(expression)));
        }

        return _deferred is null ? expression : throw _deferred;
    }

    private SyntaxNode Expression(int power)
    {
        StackGuard.Check();
        var first = _token;
        if (Operators.EndsItem(first.Kind))
        {
            // The token stays where it is, so that what it ends can be told from what follows.
            throw Errors.Unexpected("S0211", first);
        }

        Advance(afterOperand: true);
        var left = Operand(first);
        while (power < Operators.Power(_token.Kind))
        {
            var @operator = _token;
            Advance(afterOperand: false);
            left = Combine(@operator, left);
        }

        return left;
    }

    private void Advance(bool afterOperand) => _token = _lexer.Next(afterOperand);

    private void Expect(TokenKind kind, bool afterOperand)
    {
        if (_token.Kind != kind)
        {
            var code = _token.Kind == TokenKind.End ? "S0203" : "S0202";
            throw Errors.Unexpected(code, _token, Operators.Text(kind));
        }

        Advance(afterOperand);
    }

    /// <summary>Keeps an error of meaning until the whole text is read, because errors of form come first.</summary>
    private void Defer(JsonataException error)
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

    private void Record(JsonataException error) => _errors?.Add(error.ToError());

    /// <summary>One of several expressions between brackets. When all errors are wanted, a wrong one is noted and skipped.</summary>
    private SyntaxNode Item()
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
            return new PlaceholderNode(_token.End);
        }
    }

    private void SkipItem()
    {
        for (var depth = 0; _token.Kind != TokenKind.End; Skip())
        {
            switch (_token.Kind)
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
            _lexer.Position = Math.Max(_lexer.Position + 1, _token.End + 1);
            _token = new Token(TokenKind.Unknown, _token.End, _token.End + 1);
        }
    }
}
