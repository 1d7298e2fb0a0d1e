using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// A regular expression as a value. Called with a string it returns the first match, with a function for the next one.
/// </summary>
internal sealed class RegexFunction(RegexPattern regex, string pattern, int position) : FunctionValue
{
    // A character of the text takes a regular expression many times as long as reading it.
    private const int SizeOfCharacter = 16;

    public override int Arity => 2;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        run.Tick();
        if (arguments is not [var first, ..] || !first.TryGetString(out var text))
        {
            return default;
        }

        var from = arguments.Length > 1 && arguments[1].IsNumber ? (int)Math.Clamp(arguments[1].Number, 0, text.Length) : 0;
        return Describe(Find(text, from, run), text);
    }

    /// <summary>The first match at or after an index, or null.</summary>
    public PatternMatch? Find(string text, int from, Run run)
    {
        run.CheckBudget();
        run.Work((long)(text.Length - from) * SizeOfCharacter);
        return regex.Match(text, from, run);
    }

    /// <summary>The next match; an empty match would repeat without end, so it is an error.</summary>
    public PatternMatch? FindNext(string text, PatternMatch last, Run run)
    {
        if (last.End >= text.Length)
        {
            return null;
        }

        var next = Find(text, last.End, run);
        if (next is null || next.End > next.Start)
        {
            return next;
        }

        var error = Errors.Evaluation("D1004", JsonataValue.From(pattern));
        Errors.Locate(error, position, null);
        throw error;
    }

    /// <summary>The texts of the groups; undefined for a group that did not match.</summary>
    public static JsonataValue Groups(PatternMatch match)
    {
        var groups = new JsonataValue[match.Groups];
        for (var index = 0; index < groups.Length; index++)
        {
            groups[index] = match.Group(index + 1) is { } text ? JsonataValue.From(text) : default;
        }

        return new JsonataValue(new ItemArray(groups));
    }

    private JsonataValue Describe(PatternMatch? match, string text)
    {
        if (match is null)
        {
            return default;
        }

        var found = new ObjectValue();
        found.Append("match", JsonataValue.From(match.Value));
        found.Append("start", JsonataValue.From(match.Start));
        found.Append("end", JsonataValue.From(match.End));
        found.Append("groups", Groups(match));
        found.Append("next", new JsonataValue(new NextMatch(this, match, text)));
        return new JsonataValue(found);
    }

    private sealed class NextMatch(RegexFunction regex, PatternMatch last, string text) : FunctionValue
    {
        public override int Arity => 0;

        public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run) =>
            regex.Describe(regex.FindNext(text, last, run), text);
    }
}
