using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Parsing;

/// <summary>Regular expressions between slashes, with the flags <c>i</c> and <c>m</c>.</summary>
internal static class RegexLiteral
{
    public static Token Read(string text, ref int at)
    {
        var start = at++;
        var depth = 0;
        for (; at < text.Length; at++)
        {
            var escaped = text[at - 1] == '\\';
            switch (text[at])
            {
                case '/' when depth == 0 && !IsEscaped(text, at, start):
                    return End(text, start, ref at);
                case '(' or '[' or '{' when !escaped:
                    depth++;
                    break;
                case ')' or ']' or '}' when !escaped:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        throw Errors.Syntax("S0302", at);
    }

    private static Token End(string text, int start, ref int at)
    {
        var pattern = text[(start + 1)..at];
        if (pattern.Length == 0)
        {
            throw Errors.Syntax("S0301", at);
        }

        var flags = Syntax.RegexFlags.None;
        for (at++; at < text.Length && (text[at] is 'i' or 'm'); at++)
        {
            flags |= text[at] == 'i' ? Syntax.RegexFlags.IgnoreCase : Syntax.RegexFlags.Multiline;
        }

        return new Token(TokenKind.Regex, start, at, pattern, (int)flags);
    }

    private static bool IsEscaped(string text, int at, int start)
    {
        var backslashes = 0;
        while (at - backslashes - 1 > start && text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
