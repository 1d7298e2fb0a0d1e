using System.Globalization;
using System.Text;
using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Parsing;

/// <summary>Strings in single or double quotes with the escapes of JSON.</summary>
internal static class StringLiteral
{
    private const int UnicodeDigits = 4;

    public static Token Read(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var rest = text.AsSpan(at);
        var plain = rest.IndexOfAny(quote, '\\');
        if (plain >= 0 && rest[plain] == quote)
        {
            at += plain + 1;
            return new Token(TokenKind.String, start, at, rest[..plain].ToString());
        }

        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return new Token(TokenKind.String, start, at, value.ToString());
            }

            if (text[at] == '\\')
            {
                at++;
                value.Append(Escape(text, ref at));
            }
            else
            {
                value.Append(text[at]);
            }
        }

        throw Errors.Syntax("S0101", at);
    }

    /// <summary>Reads the escape whose letter is at <paramref name="at"/>; leaves it at the escape's last character.</summary>
    private static char Escape(string text, ref int at)
    {
        var letter = at < text.Length ? text[at] : '\0';
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var digits = text.AsSpan(at + 1, Math.Min(UnicodeDigits, text.Length - at - 1));
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                {
                    throw Errors.Syntax("S0104", at);
                }

                at += UnicodeDigits;
                return (char)unit;
            default:
                throw Errors.Syntax("S0103", at, at < text.Length ? letter.ToString() : "");
        }
    }
}
