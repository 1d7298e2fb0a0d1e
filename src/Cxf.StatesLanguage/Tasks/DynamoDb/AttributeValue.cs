using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>Typed values, <c>{"S": "text"}</c>, <c>{"N": "1"}</c>.</summary>
internal static class AttributeValue
{
    /// <summary>The order of two values of the same type; null where they have none.</summary>
    public static int? Compare(JsonNode? left, JsonNode? right)
    {
        if (Number(left) is { } number && Number(right) is { } other)
        {
            return number.CompareTo(other);
        }

        return Text(left) is { } text && Text(right) is { } otherText ? string.CompareOrdinal(text, otherText) : null;
    }

    public static string? Text(JsonNode? value) => value?["S"]?.GetValue<string>();

    public static decimal? Number(JsonNode? value) =>
        value?["N"]?.GetValue<string>() is { } text && decimal.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static JsonNode OfNumber(decimal number) => new JsonObject { ["N"] = number.ToString(CultureInfo.InvariantCulture) };
}
