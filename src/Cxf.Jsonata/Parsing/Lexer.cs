using System.Globalization;
using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Parsing;

/// <summary>Splits an expression into tokens, one at a time, on request of the parser.</summary>
internal struct Lexer(string text)
{
    private readonly string _text = text;
    private int _at;

    /// <summary>The position of the next token.</summary>
    public int Position
    {
        readonly get => _at;
        set => _at = value;
    }

    /// <param name="afterOperand">Whether the token follows an operand. There a slash is a division; elsewhere it starts a
    /// regular expression.</param>
    public Token Next(bool afterOperand)
    {
        SkipBlanks();
        if (_at >= _text.Length)
        {
            return new Token(TokenKind.End, _text.Length, _text.Length);
        }

        var start = _at;
        var first = _text[start];
        var kind = Characters.Operator(first);
        if (kind != TokenKind.End)
        {
            return kind == TokenKind.Slash && !afterOperand ? RegexLiteral.Read(_text, ref _at) : ReadOperator(kind);
        }

        return first switch
        {
            '"' or '\'' => StringLiteral.Read(_text, ref _at),
            '`' => ReadQuotedName(),
            >= '0' and <= '9' => ReadNumber(),
            _ => ReadWord(),
        };
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (Characters.IsBlank(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '/' && Follows('*'))
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Errors.Syntax("S0106", _at);
                }

                _at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private readonly bool Follows(char character) => _at + 1 < _text.Length && _text[_at + 1] == character;

    private Token ReadOperator(TokenKind kind)
    {
        var start = _at;
        var pair = kind switch
        {
            TokenKind.Dot when Follows('.') => TokenKind.DotDot,
            TokenKind.Colon when Follows('=') => TokenKind.Assign,
            TokenKind.Unknown when _text[_at] == '!' && Follows('=') => TokenKind.NotEqual,
            TokenKind.Unknown when _text[_at] == '~' && Follows('>') => TokenKind.Apply,
            TokenKind.Greater when Follows('=') => TokenKind.GreaterOrEqual,
            TokenKind.Less when Follows('=') => TokenKind.LessOrEqual,
            TokenKind.Star when Follows('*') => TokenKind.StarStar,
            _ => kind,
        };
        _at += pair == kind ? 1 : 2;
        if (pair == TokenKind.Unknown)
        {
            throw Errors.Syntax("S0204", _at, _text[start].ToString());
        }

        return new Token(pair, start, _at);
    }

    private Token ReadQuotedName()
    {
        var start = _at;
        var end = _text.IndexOf('`', start + 1);
        if (end < 0)
        {
            _at = _text.Length;
            throw Errors.Syntax("S0105", _at);
        }

        _at = end + 1;
        return new Token(TokenKind.Name, start, _at, _text[(start + 1)..end]);
    }

    private Token ReadNumber()
    {
        var start = _at;
        var end = NumberLiteral.End(_text, start);
        _at = end;
        var digits = _text.AsSpan(start, end - start);
        var number =
            digits.Length == 1 ? digits[0] - '0' : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? new Token(TokenKind.Number, start, end, Number: number)
            : throw Errors.Syntax("S0102", start, digits.ToString());
    }

    private Token ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && !Characters.EndsWord(_text[_at]))
        {
            _at++;
        }

        var word = _text.AsSpan(start, _at - start);
        if (word[0] == '$')
        {
            return new Token(TokenKind.Variable, start, _at, word.Length == 1 ? "" : word[1..].ToString());
        }

        var kind = word switch
        {
            "and" => TokenKind.And,
            "or" => TokenKind.Or,
            "in" => TokenKind.In,
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            _ => TokenKind.Name,
        };
        return new Token(kind, start, _at, kind == TokenKind.Name ? word.ToString() : null);
    }
}
