using Cxf.Jsonata.Dates;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.Functions;

/// <summary>Time as text and as milliseconds since 1970.</summary>
internal static class DatesAndTimes
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("now", "<s?s?:s>", 2, Now),
            new("millis", "<:n>", 0, (_, run) => JsonataValue.From(run.Now.ToUnixTimeMilliseconds())),
            new("toMillis", "<s-s?:n>", 2, ToMillis),
            new("fromMillis", "<n-s?s?:s>", 3, FromMillis),
        ];

    private static JsonataValue Now(JsonataValue[] arguments, Run run) =>
        JsonataValue.From(
            DateTimeFormatting.Format(run.Now.ToUnixTimeMilliseconds(), Text(arguments[0]), Text(arguments[1]), run)
        );

    private static JsonataValue FromMillis(JsonataValue[] arguments, Run run) =>
        arguments[0].IsUndefined
            ? default
            : JsonataValue.From(DateTimeFormatting.Format(arguments[0].Number, Text(arguments[1]), Text(arguments[2]), run));

    private static JsonataValue ToMillis(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        if (Text(arguments[1]) is { } picture)
        {
            return DateTimeParsing.Parse(text, picture, run) is { } millis ? JsonataValue.From(millis) : default;
        }

        return IsoDate.TryParse(text, out var parsed)
            ? JsonataValue.From(parsed)
            : throw Errors.Evaluation("D3110", arguments[0]);
    }

    private static string? Text(in JsonataValue value) => value.TryGetString(out var text) ? text : null;
}
