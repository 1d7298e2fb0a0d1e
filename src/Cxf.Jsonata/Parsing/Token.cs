namespace Cxf.Jsonata.Parsing;

/// <summary>One token of an expression.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">The start.</param>
/// <param name="End">The end; the position that errors report.</param>
/// <param name="Text">A name without quotes, a variable without <c>$</c>, a string's content, a regular expression's
/// pattern.</param>
/// <param name="Number">A number's value; for a regular expression, its flags.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Text = null, double Number = 0)
{
    /// <summary>Errors show literals without quotes and other tokens in quotes.</summary>
    public bool IsLiteral => Kind is TokenKind.Number or TokenKind.True or TokenKind.False or TokenKind.Null;

    /// <summary>The token as errors quote it.</summary>
    public string Quoted =>
        Kind switch
        {
            TokenKind.End => "(end)",
            TokenKind.Number => Values.NumberText.Of(Number),
            TokenKind.True => "true",
            TokenKind.False => "false",
            TokenKind.Null => "null",
            _ => Text ?? Operators.Text(Kind),
        };
}

/// <summary>The kinds of tokens. The operators come last, in the order of <see cref="Operators"/>.</summary>
internal enum TokenKind : byte
{
    End,
    Name,
    Variable,
    String,
    Number,
    True,
    False,
    Null,
    Regex,
    And,
    Or,
    In,
    Dot,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    At,
    Hash,
    Semicolon,
    Colon,
    Question,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Pipe,
    Equal,
    Less,
    Greater,
    Caret,
    StarStar,
    DotDot,
    Assign,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,
    Apply,
    Ampersand,

    /// <summary><c>!</c> and <c>~</c> alone end a name but are not operators.</summary>
    Unknown,
}
