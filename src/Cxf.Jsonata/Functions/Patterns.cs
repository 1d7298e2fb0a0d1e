using System.Text;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Functions that search for a string, a regular expression or the matches of a function.</summary>
internal static class Patterns
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("match", "<s-f<s:o>n?:a<o>>", 3, Match),
            new("contains", "<s-(sf):b>", 2, Contains),
            new("replace", "<s-(sf)(sf)n?:s>", 4, Replace),
            new("split", "<s-(sf)n?:a<s>>", 3, Split),
        ];

    private static JsonataValue Contains(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        return arguments[1].TryGetString(out var part)
            ? JsonataValue.From(text.Contains(part, StringComparison.Ordinal))
            : JsonataValue.From(TextMatch.First(arguments[1], text, run) is not null);
    }

    private static JsonataValue Match(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var limit = Limit(arguments[2], "D3040");
        var results = run.Rent();
        if (limit > 0)
        {
            for (
                var match = TextMatch.First(arguments[1], arguments[0].AsString(), run);
                match is not null && results.Count < limit;
                match = match.Next(run)
            )
            {
                run.Tick();
                var found = new ObjectValue();
                found.Append("match", JsonataValue.From(match.Value));
                found.Append("index", JsonataValue.From(match.Start));
                found.Append("groups", match.Groups);
                results.Add(new JsonataValue(found));
            }
        }

        var sequence = results.ToSequence();
        run.Return(results);
        return sequence;
    }

    private static JsonataValue Split(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var limit = Limit(arguments[2], "D3020");
        var text = arguments[0].AsString();
        var parts = run.Rent();
        if (limit > 0)
        {
            if (arguments[1].TryGetString(out var separator))
            {
                SplitAt(separator, text, Math.Truncate(limit), parts, run);
            }
            else
            {
                SplitAt(arguments[1], text, limit, parts, run);
            }
        }

        var result = new JsonataValue(parts.ToArray(ArrayTraits.None));
        run.Return(parts);
        return result;
    }

    private static void SplitAt(string separator, string text, double limit, ValueBuffer parts, Run run)
    {
        var start = 0;
        while (parts.Count < limit)
        {
            run.Tick();
            if (separator.Length == 0)
            {
                if (start >= text.Length)
                {
                    return;
                }

                parts.Add(JsonataValue.From(text.Substring(start++, 1)));
                continue;
            }

            var at = text.IndexOf(separator, start, StringComparison.Ordinal);
            parts.Add(JsonataValue.From(at < 0 ? text[start..] : text[start..at]));
            if (at < 0)
            {
                return;
            }

            start = at + separator.Length;
        }
    }

    private static void SplitAt(in JsonataValue pattern, string text, double limit, ValueBuffer parts, Run run)
    {
        var start = 0;
        for (var match = TextMatch.First(pattern, text, run); match is not null && parts.Count < limit; match = match.Next(run))
        {
            parts.Add(JsonataValue.From(text[Math.Min(start, match.Start)..match.Start]));
            start = match.End;
        }

        if (parts.Count < limit)
        {
            parts.Add(JsonataValue.From(text[start..]));
        }
    }

    private static JsonataValue Replace(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        if (arguments[1].TryGetString(out var searched) && searched.Length == 0)
        {
            throw Errors.Evaluation("D3010", arguments[1]);
        }

        var limit = Limit(arguments[3], "D3011");
        var text = arguments[0].AsString();
        if (!(limit > 0))
        {
            return arguments[0];
        }

        return JsonataValue.From(
            searched is null
                ? ReplaceMatches(text, arguments[1], arguments[2], limit, run)
                : ReplaceText(text, searched, arguments[2], limit, run)
        );
    }

    private static string ReplaceText(string text, string searched, in JsonataValue replacement, double limit, Run run)
    {
        // JavaScript prints a missing replacement as a word.
        var substitute = replacement.IsUndefined ? "undefined" : StringConversion.Of(replacement, run);
        var result = new StringBuilder();
        var position = 0;
        for (var count = 0; count < limit; count++)
        {
            run.Tick();
            var at = text.IndexOf(searched, position, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            result.Append(text, position, at - position).Append(substitute);
            run.CheckStringLength(result.Length);
            position = at + searched.Length;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static string ReplaceMatches(string text, in JsonataValue pattern, in JsonataValue replacement, double limit, Run run)
    {
        var result = new StringBuilder();
        var position = 0;
        var count = 0;
        for (
            var match = TextMatch.First(pattern, text, run);
            match is not null && count < limit;
            match = match.Next(run), count++
        )
        {
            var substitute = replacement.TryGetString(out var template)
                ? ReplacementTemplate.Fill(template, match)
                : Substitute(replacement, match, run);
            if (match.Start > position)
            {
                result.Append(text, position, match.Start - position);
            }

            result.Append(substitute);
            run.CheckStringLength(result.Length);
            position = Math.Min(text.Length, match.Start + match.Value.Length);
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static string Substitute(in JsonataValue function, TextMatch match, Run run)
    {
        var value = Invocation.Call(function, [match.ToValue()], JsonataValue.Null, run);
        return value.TryGetString(out var text) ? text : throw Errors.Evaluation("D3012", value);
    }

    private static double Limit(in JsonataValue limit, string code)
    {
        if (limit.IsUndefined)
        {
            return double.PositiveInfinity;
        }

        return limit.Number < 0 ? throw Errors.Evaluation(code, limit) : limit.Number;
    }
}
