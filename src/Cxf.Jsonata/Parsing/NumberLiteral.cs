namespace Cxf.Jsonata.Parsing;

/// <summary>Numbers as JSON writes them, without a sign: <c>0|[1-9][0-9]*</c>, fraction, exponent.</summary>
internal static class NumberLiteral
{
    /// <summary>The end of the number that starts at <paramref name="start"/>.</summary>
    public static int End(string text, int start)
    {
        var at = text[start] == '0' ? start + 1 : Digits(text, start);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && (text[at] is 'e' or 'E'))
        {
            var digits = at + 1 < text.Length && (text[at + 1] is '+' or '-') ? at + 2 : at + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                at = Digits(text, digits);
            }
        }

        return at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
