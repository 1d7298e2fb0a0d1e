namespace Cxf.Jsonata.Parsing;

/// <summary>What the operators are called and how strongly they bind (the reference's table).</summary>
internal static class Operators
{
    /// <summary>How strongly a prefix minus binds what follows.</summary>
    public const int NegationPower = 70;

    /// <summary>One less than the power of <c>:=</c>, so that it associates to the right.</summary>
    public const int AssignmentOperandPower = 9;

    private static readonly string[] Texts =
    [
        "and", "or", "in", ".", "[", "]", "{", "}", "(", ")", ",", "@", "#", ";", ":", "?", "+", "-", "*", "/", "%", "|",
        "=", "<", ">", "^", "**", "..", ":=", "!=", "<=", ">=", "~>", "&", "!",
    ];

    /// <summary>By <see cref="TokenKind"/>; 0 where the word cannot stand between two operands.</summary>
    private static ReadOnlySpan<byte> Powers =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 25, 40, // End to Regex, and, or, in
        75, 80, 0, 70, 0, 80, 0, 0, 80, 80, 0, 0, 20, // . [ ] { } ( ) , @ # ; : ?
        50, 50, 60, 60, 60, 0, 40, 40, 40, 40, 0, 0, 10, 40, 40, 40, 40, 50, 0, // + - * / % | = < > ^ ** .. := != <= >= ~> & !
    ];

    public static int Power(TokenKind kind) => Powers[(int)kind];

    /// <summary>Closing brackets and separators: no expression starts with one.</summary>
    public static bool EndsItem(TokenKind kind) => kind is
        TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.CloseParenthesis
        or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon;

    public static string Text(TokenKind kind) => Texts[kind - TokenKind.And];
}
