namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>The patterns of StringMatches: <c>*</c> is any text, <c>\*</c> an asterisk, <c>\\</c> a backslash.</summary>
internal static class WildcardPattern
{
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '*')
            {
                return MatchesRest(text, pattern[1..]);
            }

            var escaped = pattern[0] == '\\' && pattern.Length > 1;
            var expected = escaped ? pattern[1] : pattern[0];
            if (text.Length == 0 || text[0] != expected)
            {
                return false;
            }

            text = text[1..];
            pattern = pattern[(escaped ? 2 : 1)..];
        }

        return text.Length == 0;
    }

    private static bool MatchesRest(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        for (var skipped = 0; skipped <= text.Length; skipped++)
        {
            if (Matches(text[skipped..], pattern))
            {
                return true;
            }
        }

        return false;
    }
}
