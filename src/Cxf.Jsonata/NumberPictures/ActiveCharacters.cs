namespace Cxf.Jsonata.NumberPictures;

/// <summary>Where a picture's active part starts and ends; an exponent separator alone does not start it.</summary>
internal static class ActiveCharacters
{
    public static int IndexOfFirst(this ReadOnlySpan<char> text, DecimalSymbols symbols)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsBound(text[at], symbols))
            {
                return at;
            }
        }

        return -1;
    }

    public static int IndexOfLast(this ReadOnlySpan<char> text, DecimalSymbols symbols)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (IsBound(text[at], symbols))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsBound(char character, DecimalSymbols symbols) =>
        symbols.IsActive(character) && !symbols.IsExponentSeparator(character);
}
