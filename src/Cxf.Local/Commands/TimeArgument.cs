using System.CommandLine.Parsing;
using System.Globalization;

namespace Cxf.Local.Commands;

/// <summary>
/// A moment on the command line: a time in ISO 8601, or how long ago it was (<c>30m</c>, <c>24h</c>, <c>7d</c>).
/// </summary>
internal static class TimeArgument
{
    /// <summary>Reads the value of an option, and reports an invalid one.</summary>
    public static DateTimeOffset? Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Parse(text, TimeProvider.System.GetUtcNow()) is { } time)
        {
            return time;
        }

        result.AddError(
            $"{(result.Parent as OptionResult)?.Option.Name} takes a time such as 2026-03-01T09:00Z, or how long ago it was, "
                + $"such as 30m, 24h or 7d, not \"{text}\"."
        );
        return null;
    }

    /// <summary>Reads how long something takes, and reports an invalid text.</summary>
    public static TimeSpan ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Duration(text) is { } duration)
        {
            return duration;
        }

        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} takes a time such as 30m, 24h or 7d, not \"{text}\".");
        return default;
    }

    /// <summary>The moment that a text names; null if it names none.</summary>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        if (Duration(text) is { } ago)
        {
            return now - ago;
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var time
        )
            ? time
            : null;
    }

    private static TimeSpan? Duration(string text) =>
        text.Length > 1
        && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= 10_000
        && Unit(text[^1]) is { } unit
            ? unit * number
            : null;

    private static TimeSpan? Unit(char letter) =>
        letter switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
}
