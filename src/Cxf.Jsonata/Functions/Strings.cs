using System.Text;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Functions on text that need no pattern.</summary>
internal static class Strings
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("string", "<x-b?:s>", 1, ToText),
            new("substring", "<s-nn?:s>", 3, Substring),
            new("substringBefore", "<s-s:s>", 2, SubstringBefore),
            new("substringAfter", "<s-s:s>", 2, SubstringAfter),
            new("lowercase", "<s-:s>", 1, (arguments, _) => Map(arguments[0], LetterCasing.ToLower)),
            new("uppercase", "<s-:s>", 1, (arguments, _) => Map(arguments[0], LetterCasing.ToUpper)),
            new("length", "<s-:n>", 1, Length),
            new("trim", "<s-:s>", 1, (arguments, _) => Map(arguments[0], Trim)),
            new("pad", "<s-ns?:s>", 3, Pad),
            new("join", "<a<s>s?:s>", 2, Join),
        ];

    private static JsonataValue Map(in JsonataValue text, Func<string, string> change) =>
        text.IsUndefined ? default : JsonataValue.From(change(text.AsString()));

    private static JsonataValue ToText(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var indented = arguments.Length > 1 && Sequences.IsTrue(arguments[1]);
        return JsonataValue.From(StringConversion.Of(arguments[0], run, indented));
    }

    private static JsonataValue Length(JsonataValue[] arguments, Run run) =>
        arguments[0].IsUndefined ? default : JsonataValue.From(CodePoints.Count(arguments[0].AsString()));

    private static JsonataValue Substring(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        var count = CodePoints.Count(text);
        var start = arguments[1].IsNumber ? arguments[1].Number : 0;
        start = count + start < 0 ? 0 : start;
        if (arguments[2].IsUndefined)
        {
            return JsonataValue.From(CodePoints.Slice(text, start, double.PositiveInfinity));
        }

        var length = arguments[2].Number;
        if (length <= 0 || arguments[1].IsUndefined)
        {
            return JsonataValue.From("");
        }

        var end = start >= 0 ? start + length : count + start + length;
        return JsonataValue.From(CodePoints.Slice(text, start, end));
    }

    private static JsonataValue SubstringBefore(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return arguments[0];
        }

        var text = arguments[0].AsString();
        var at = text.IndexOf(arguments[1].AsString(), StringComparison.Ordinal);
        return at < 0 ? arguments[0] : JsonataValue.From(text[..at]);
    }

    private static JsonataValue SubstringAfter(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return arguments[0];
        }

        var text = arguments[0].AsString();
        var mark = arguments[1].AsString();
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? arguments[0] : JsonataValue.From(text[(at + mark.Length)..]);
    }

    /// <summary>White space between words becomes one space, and white space at the ends is removed.</summary>
    private static string Trim(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        var blank = false;
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\n' or '\r')
            {
                blank = trimmed.Length > 0;
                continue;
            }

            if (blank)
            {
                trimmed.Append(' ');
                blank = false;
            }

            trimmed.Append(character);
        }

        return trimmed.ToString();
    }

    /// <summary>Pads to a width in code points: after the text, or before it if the width is negative.</summary>
    private static JsonataValue Pad(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        var width = arguments[1].IsNumber ? arguments[1].Number : 0;
        var filler = arguments[2].TryGetString(out var given) && given.Length > 0 ? given : " ";
        var missing = Math.Abs(width) - CodePoints.Count(text);
        if (!(missing > 0))
        {
            return arguments[0];
        }

        run.CheckStringLength((long)Math.Min(text.Length + (missing * filler.Length), long.MaxValue / 2));
        var repeated = Repeat(filler, (int)missing);
        var padding = filler.Length > 1 ? CodePoints.Slice(repeated, 0, missing) : repeated;
        return JsonataValue.From(width > 0 ? text + padding : padding + text);
    }

    private static string Repeat(string text, int count) =>
        text.Length == 1
            ? new string(text[0], count)
            : string.Create(
                checked(text.Length * count),
                text,
                static (repeated, text) =>
                {
                    for (var at = 0; at < repeated.Length; at += text.Length)
                    {
                        text.CopyTo(repeated[at..]);
                    }
                }
            );

    private static JsonataValue Join(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var separator = arguments[1].TryGetString(out var given) ? given : "";
        var joined = new StringBuilder();
        var items = new ArrayCursor(arguments[0]);
        for (var first = true; items.MoveNext(); first = false)
        {
            run.Tick();
            joined.Append(first ? "" : separator).Append(items.Current.AsString());
            run.CheckStringLength(joined.Length);
        }

        return JsonataValue.From(joined.ToString());
    }
}
