namespace Cxf.Jsonata.RegularExpressions;

/// <summary>Text as code points. Half a surrogate pair is one by itself, as in ECMAScript.</summary>
internal static class CodePoints
{
    /// <summary>The code point that begins at an index.</summary>
    public static int At(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    /// <summary>The number of UTF-16 units of a code point.</summary>
    public static int Length(int codePoint) => codePoint > char.MaxValue ? 2 : 1;

    public static int[] Of(string text)
    {
        var codePoints = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index += Length(codePoints[^1]))
        {
            codePoints.Add(At(text, index));
        }

        return [.. codePoints];
    }

    public static string Text(int codePoint) =>
        codePoint > char.MaxValue ? char.ConvertFromUtf32(codePoint) : ((char)codePoint).ToString();
}
