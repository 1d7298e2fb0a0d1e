using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.NumberPictures;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Dates;

/// <summary>Matches strings against a date/time picture.</summary>
internal sealed class DateMatcher
{
    private const int MaxKept = 64;
    private static readonly ConcurrentDictionary<string, DateMatcher> Known = new(StringComparer.Ordinal);
    private readonly List<DatePart> _parts;
    private readonly RegexPattern _regex;

    private DateMatcher(string picture)
    {
        _parts = DatePicture.Parse(picture);
        var pattern = new StringBuilder("^");
        foreach (var part in _parts)
        {
            pattern.Append('(').Append(Pattern(part)).Append(')');
        }

        // Shared by all evaluations, so it has the default time limit and not that of one evaluation.
        _regex = RegexPattern.Compile(pattern.Append('$').ToString(), RegexFlags.IgnoreCase, JsonataLimits.Default.RegexTime);
    }

    /// <summary>The matcher of a picture, from a cache.</summary>
    public static DateMatcher For(string picture)
    {
        if (Known.Count > MaxKept)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(picture, text => new DateMatcher(text));
    }

    /// <summary>
    /// The components in the text, or null if it does not match or the picture has none. A component whose text has no value,
    /// such as an unknown month name, is missing, even if it was read before.
    /// </summary>
    public Dictionary<char, double>? Match(string text, Run run)
    {
        run.CheckBudget();
        var match = _regex.Match(text, 0, run);
        if (match is null || _parts.TrueForAll(part => part.Literal is not null))
        {
            return null;
        }

        var components = new Dictionary<char, double>();
        for (var index = 0; index < _parts.Count; index++)
        {
            var part = _parts[index];
            if (part.Literal is null)
            {
                if (Value(part, match.Group(index + 1)!) is { } value)
                {
                    components[part.Component] = value;
                }
                else
                {
                    components.Remove(part.Component);
                }
            }
        }

        return components;
    }

    private static string Pattern(DatePart part)
    {
        if (part.Literal is { } literal)
        {
            return Regex.Escape(literal);
        }

        if (part.IsOffset)
        {
            var separator = OffsetSeparator(part);
            return (part.Component == 'z' ? "GMT" : "")
                + "[-+][0-9]+"
                + (separator is null ? "" : Regex.Escape(separator) + "[0-9]+");
        }

        if (part.Integer is { } integer)
        {
            return IntegerPattern(part, integer);
        }

        return CalendarNames.Of(part.Component) is not null || part.Component == 'P'
            ? "[a-zA-Z]+"
            : throw Errors.Evaluation("D3133", JsonataValue.From(part.Component.ToString()));
    }

    private static string IntegerPattern(DatePart part, IntegerPicture integer)
    {
        switch (integer.Format)
        {
            case IntegerFormat.Letters:
                return "[a-z]+";
            case IntegerFormat.Roman:
                return "[mdclxvi]+";
            case IntegerFormat.Words:
                return $"(?:{string.Join('|', NumberWords.All)}|and|[-, ])+";
            case IntegerFormat.Sequence:
                throw Errors.Evaluation("D3130", JsonataValue.From(integer.Text));
            default:
                var minimum = Math.Max(0, part.Digits - integer.OptionalDigits);
                var count =
                    part.Digits <= 0 ? "+"
                    : integer.OptionalDigits == 0 ? $"{{{part.Digits}}}"
                    : $"{{{minimum},{part.Digits}}}";
                return "[0-9]" + count + (integer.IsOrdinal ? "(?:th|st|nd|rd)" : "");
        }
    }

    private static double? Value(DatePart part, string text)
    {
        if (part.IsOffset)
        {
            return OffsetMinutes(part, text);
        }

        return part.Integer is { } integer ? IntegerParsing.Parse(text, integer) : NameValue(part, text);
    }

    private static double? NameValue(DatePart part, string text)
    {
        if (part.Component == 'P')
        {
            return text is "am" or "AM" ? 0
                : text is "pm" or "PM" ? 1
                : null;
        }

        var index = Array.FindIndex(
            CalendarNames.Of(part.Component)!,
            name => text == (part.MaxWidth is > 0 and var width && width < name.Length ? name[..width] : name)
        );
        return index < 0 ? null : index + 1;
    }

    private static string? OffsetSeparator(DatePart part) =>
        part.Integer is { RegularGroup: > 0, Separators: [var separator, ..] } ? separator.Text : null;

    private static double OffsetMinutes(DatePart part, string text)
    {
        const int zoneName = 3;
        const int hourDigits = 2;
        var offset = part.Component == 'z' ? text[zoneName..] : text;
        var hours = offset;
        var minutes = "0";
        if (OffsetSeparator(part) is { } separator)
        {
            var at = offset.IndexOf(separator, StringComparison.Ordinal);
            (hours, minutes) = (offset[..at], offset[(at + separator.Length)..]);
        }
        else if (offset.Length > hourDigits + 1)
        {
            (hours, minutes) = (offset[..(hourDigits + 1)], offset[(hourDigits + 1)..]);
        }

        return (IntegerParsing.Leading(hours) * 60) + IntegerParsing.Leading(minutes);
    }
}
