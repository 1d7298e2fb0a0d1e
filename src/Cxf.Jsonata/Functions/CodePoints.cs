using System.Text;

namespace Cxf.Jsonata.Functions;

/// <summary>Strings as JavaScript iterates them: by code points, half a surrogate pair counting as one.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF');
        if (count < 0)
        {
            return text.Length;
        }

        for (var at = count; at < text.Length; at += Length(text, at))
        {
            count++;
        }

        return count;
    }

    /// <summary><c>slice</c> over code points, with JavaScript's rules for negative, fractional and too large numbers.</summary>
    public static string Slice(string text, double start, double end)
    {
        var count = Count(text);
        var from = Bound(start, count);
        var to = Bound(end, count);
        if (from >= to)
        {
            return "";
        }

        if (count == text.Length)
        {
            return text[from..to];
        }

        var slice = new StringBuilder();
        var index = 0;
        for (var at = 0; at < text.Length && index < to; index++)
        {
            var length = Length(text, at);
            if (index >= from)
            {
                slice.Append(text, at, length);
            }

            at += length;
        }

        return slice.ToString();
    }

    private static int Bound(double position, int count)
    {
        var whole = double.IsNaN(position) ? 0 : Math.Truncate(position);
        return (int)(whole < 0 ? Math.Max(count + whole, 0) : Math.Min(whole, count));
    }

    private static int Length(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
