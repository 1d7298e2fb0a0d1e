namespace Cxf.Jsonata.Parsing;

/// <summary>What single characters mean outside of quotes.</summary>
internal static class Characters
{
    private const string Blanks = " \t\n\r\v";
    private const byte BlankClass = byte.MaxValue;
    private static readonly byte[] Classes = Classify();

    public static bool IsBlank(char character) => character < Classes.Length && Classes[character] == BlankClass;

    /// <summary>The operator that the character is or starts; <see cref="TokenKind.End"/> where it does neither.</summary>
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
