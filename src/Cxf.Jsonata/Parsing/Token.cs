namespace Cxf.Jsonata.Parsing;

/// <summary>One word of an expression.</summary>
/// <param name="Kind">Which word.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends; the position that errors report.</param>
/// <param name="Text">A name without quotes, a variable without <c>$</c>, a string's content, a regular expression's pattern.</param>
/// <param name="Number">A number's value; for a regular expression, its flags.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Text = null, double Number = 0)
{
    /// <summary>Errors show literals as they are, everything else in quotes.</summary>
    public bool IsLiteral => Kind is TokenKind.Number or TokenKind.True or TokenKind.False or TokenKind.Null;

    /// <summary>The token as errors quote it.</summary>
    public string Quoted => Kind switch
    {
        TokenKind.End => "(end)",
        TokenKind.Number => Values.NumberText.Of(Number),
        TokenKind.True => "true",
        TokenKind.False => "false",
        TokenKind.Null => "null",
        _ => Text ?? Operators.Text(Kind),
    };
}
