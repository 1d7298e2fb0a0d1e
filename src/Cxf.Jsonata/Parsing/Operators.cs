namespace Cxf.Jsonata.Parsing;

/// <summary>The text of the operators and their binding power (the reference's table).</summary>
internal static class Operators
{
    /// <summary>The binding power of a prefix minus.</summary>
    public const int NegationPower = 70;

    /// <summary>One less than the power of <c>:=</c>, so that it associates to the right.</summary>
    public const int AssignmentOperandPower = 9;

    private static readonly string[] Texts =
    [
        "and",
        "or",
        "in",
        ".",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        ",",
        "@",
        "#",
        ";",
        ":",
        "?",
        "+",
        "-",
        "*",
        "/",
        "%",
        "|",
        "=",
        "<",
        ">",
        "^",
        "**",
        "..",
        ":=",
        "!=",
        "<=",
        ">=",
        "~>",
        "&",
        "!",
    ];

    /// <summary>By <see cref="TokenKind"/>; 0 if the token is not a binary operator.</summary>
    private static ReadOnlySpan<byte> Powers =>
        [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            30,
            25,
            40, // End to Regex, and, or, in
            75,
            80,
            0,
            70,
            0,
            80,
            0,
            0,
            80,
            80,
            0,
            0,
            20, // . [ ] { } ( ) , @ # ; : ?
            50,
            50,
            60,
            60,
            60,
            0,
            40,
            40,
            40,
            40,
            0,
            0,
            10,
            40,
            40,
            40,
            40,
            50,
            0, // + - * / % | = < > ^ ** .. := != <= >= ~> & !
        ];

    public static int Power(TokenKind kind) => Powers[(int)kind];

    /// <summary>Closing brackets and separators: no expression starts with one.</summary>
    public static bool EndsItem(TokenKind kind) =>
        kind
            is TokenKind.CloseBracket
                or TokenKind.CloseBrace
                or TokenKind.CloseParenthesis
                or TokenKind.Comma
                or TokenKind.Semicolon
                or TokenKind.Colon;

    public static string Text(TokenKind kind) => Texts[kind - TokenKind.And];
}

/// <summary>The meaning of single characters outside quotes.</summary>
internal static class Characters
{
    private const string Blanks = " \t\n\r\v";
    private const byte BlankClass = byte.MaxValue;
    private static readonly byte[] Classes = Classify();

    public static bool IsBlank(char character) => character < Classes.Length && Classes[character] == BlankClass;

    /// <summary>
    /// The operator that consists of or starts with the character, or <see cref="TokenKind.End"/>.
    /// </summary>
    public static TokenKind Operator(char character) =>
        character < Classes.Length && Classes[character] != BlankClass ? (TokenKind)Classes[character] : TokenKind.End;

    public static bool EndsWord(char character) => character < Classes.Length && Classes[character] != 0;

    private static byte[] Classify()
    {
        var classes = new byte[128];
        foreach (var blank in Blanks)
        {
            classes[blank] = BlankClass;
        }

        for (var kind = TokenKind.Dot; kind < TokenKind.Unknown; kind++)
        {
            if (Operators.Text(kind) is [var single])
            {
                classes[single] = (byte)kind;
            }
        }

        classes['!'] = classes['~'] = (byte)TokenKind.Unknown;
        return classes;
    }
}
