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

    /// <summary>Whether two values are the same; numbers by their value, not their digits.</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right) =>
        Number(left) is { } number && Number(right) is { } other ? number == other : JsonNode.DeepEquals(left, right);

    /// <summary>One list behind the other.</summary>
    public static JsonNode Append(JsonNode? first, JsonNode? second) =>
        first?["L"] is JsonArray head && second?["L"] is JsonArray tail
            ? new JsonObject { ["L"] = new JsonArray([.. head.Concat(tail).Select(static item => item?.DeepClone())]) }
            : throw DynamoDbErrors.Validation("An operand in the update expression has an incorrect data type");

    public static string? Text(JsonNode? value) => value?["S"]?.GetValue<string>();

    public static decimal? Number(JsonNode? value) =>
        value?["N"]?.GetValue<string>() is { } text
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static JsonNode OfNumber(decimal number) => new JsonObject { ["N"] = number.ToString(CultureInfo.InvariantCulture) };
}
