using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;
using Cxf.Jsonata.RegularExpressions;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>What is wrong with a value without expressions; its members and items aside.</summary>
internal static partial class LiteralProblem
{
    /// <summary>The first problem, as words after the name of the value, and the fix; null if the value fits.</summary>
    /// <param name="schema">What the value must look like.</param>
    /// <param name="value">The value.</param>
    /// <param name="isText">Whether the value is written as text, so that "5" is a number.</param>
    public static (string Message, string Fix)? Of(ApiSchema schema, JsonElement value, bool isText)
    {
        var types = schema.AllTypes;
        var allowed = schema.Allowed;
        if (allowed.Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            // Also where the schema allows values of another type than it says: which of both is meant is not known.
            return null;
        }

        if (types.Count > 0 && !types.Any(type => HasType(type, value, isText)))
        {
            var words = SchemaWords.Describe(types);
            return ($"must be {words}, but it is {Shown(value)}", TypeFix(types, value) ?? $"Write {words}.");
        }

        if (IsCompared(allowed, value) && !allowed.Any(choice => IsSame(choice, value, types, isText)))
        {
            var texts = allowed
                .Where(choice => choice.ValueKind == JsonValueKind.String)
                .Select(choice => choice.GetString()!)
                .ToList();
            return (
                $"must be {SchemaWords.OneOf(allowed)}",
                value.ValueKind == JsonValueKind.String && Suggestion.Nearest(value.GetString()!, texts) is { } nearest
                    ? $"Did you mean \"{nearest}\"?"
                    : "Write one of these values."
            );
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => OfText(schema, value.GetString()!, types, isText),
            JsonValueKind.Number => OfNumber(schema, value.GetDouble()),
            JsonValueKind.Array => OfCount(schema, value.GetArrayLength(), "minItems", "maxItems", "items"),
            _ => null,
        };
    }

    private static (string, string)? OfText(ApiSchema schema, string text, IReadOnlyList<string> types, bool isText)
    {
        if (
            isText
            && types.Any(type => type is "integer" or "number")
            && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
        )
        {
            return OfNumber(schema, number);
        }

        if (OfCount(schema, text.EnumerateRunes().Count(), "minLength", "maxLength", "characters") is { } length)
        {
            return length;
        }

        if (schema.Format is { } format && !TextFormat.Fits(format, text))
        {
            return ($"must have the format {format}", $"Write it as {TextFormat.Example(format)}.");
        }

        // Between slashes, as some languages write patterns, it would match no text.
        return
            schema.Pattern is { } pattern
            && pattern is not ['/', '^', ..]
            && UnicodePattern.TryParse(pattern, out var read, out _)
            && !read.IsFoundIn(text)
            ? ($"must match the pattern {pattern}", "Write a text that matches it.")
            : null;
    }

    private static (string, string)? OfNumber(ApiSchema schema, double number)
    {
        var (min, max) = (schema.Bound("minimum"), schema.Bound("maximum"));
        return number < min ? ($"must be at least {min}", "Write a larger number.")
            : number > max ? ($"must be at most {max}", "Write a smaller number.")
            : schema.Format == "int32" && (number < int.MinValue || number > int.MaxValue)
                ? ("must be a number of 32 bits", "Write a smaller number.")
            : null;
    }

    private static (string, string)? OfCount(ApiSchema schema, int count, string lower, string upper, string unit) =>
        count < schema.Bound(lower) ? ($"must have at least {schema.Bound(lower)} {unit}", "Write a longer value.")
        : count > schema.Bound(upper) ? ($"must have at most {schema.Bound(upper)} {unit}", "Write a shorter value.")
        : null;

    private static bool HasType(string type, JsonElement value, bool isText) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array || (isText && IsScalar(value)),
            "string" => value.ValueKind == JsonValueKind.String || (isText && IsScalar(value)),
            "integer" => value.ValueKind == JsonValueKind.Number
                ? value.TryGetDouble(out var number) && double.IsInteger(number)
                : isText && value.ValueKind == JsonValueKind.String && IntegerPattern().IsMatch(value.GetString()!),
            "number" => value.ValueKind == JsonValueKind.Number
                || (
                    isText
                    && value.ValueKind == JsonValueKind.String
                    && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                || (isText && value.ValueKind == JsonValueKind.String && value.GetString() is "true" or "false"),
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => true,
        };

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    // Some descriptions write the allowed items of a list beside the list: no list is one of them.
    private static bool IsCompared(IReadOnlyList<JsonElement> allowed, JsonElement value) =>
        allowed.Count > 0
        && (
            value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
            || allowed.Any(choice => choice.ValueKind == value.ValueKind)
        );

    // A choice of another type than the schema's, such as 1 for a text, is compared as text: people forget the quotes in YAML.
    private static bool IsSame(JsonElement choice, JsonElement value, IReadOnlyList<string> types, bool isText) =>
        IsScalar(choice)
        && IsScalar(value)
        && (isText || (types.Count > 0 && !types.Any(type => HasType(type, choice, isText: false))))
        && choice.AsText() == value.AsText();

    private static string Shown(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => "null",
        };

    private static string? TypeFix(IReadOnlyList<string> types, JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && types.Any(type => type is "integer" or "number" or "boolean")
        && IsLiteral(value)
            ? $"Write {value.GetString()} without quotes."
        : value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && types.Contains("string")
            ? $"Write \"{value.GetRawText()}\" in quotes."
        : types.Contains("array") ? "Write an array: [ … ]."
        : null;

    private static bool IsLiteral(JsonElement text) =>
        text.GetString() is "true" or "false"
        || double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^-?\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();
}
