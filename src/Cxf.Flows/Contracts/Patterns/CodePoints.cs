namespace Cxf.Flows.Contracts.Patterns;

/// <summary>Text as code points. A surrogate without its partner is one by itself, as in ECMA-262.</summary>
internal static class CodePoints
{
    public static IEnumerable<int> Of(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                yield return char.ConvertToUtf32(text[at], text[++at]);
            }
            else
            {
                yield return text[at];
            }
        }
    }

    public static string Text(int codePoint) =>
        codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
}
