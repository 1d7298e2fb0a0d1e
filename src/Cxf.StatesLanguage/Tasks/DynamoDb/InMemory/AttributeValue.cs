using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>Typed values, such as <c>{"S": "text"}</c> and <c>{"N": "1"}</c>.</summary>
internal static class AttributeValue
{
    /// <summary>The type of a value, such as <c>S</c>.</summary>
    public static string TypeOf(JsonNode value) => value.AsObject().First().Key;

    /// <summary>The order of two values of the same type; null if they have none.</summary>
    public static int? Compare(JsonNode? left, JsonNode? right)
    {
        if (Number(left) is { } number && Number(right) is { } other)
        {
            return number.CompareTo(other);
        }

        return Text(left) is { } text && Text(right) is { } otherText ? string.CompareOrdinal(text, otherText) : null;
    }

    /// <summary>Whether two values are equal: numbers by value, not by digits, and sets in any order.</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (Number(left) is { } number && Number(right) is { } other)
        {
            return number == other;
        }

        CheckSupported(left);
        CheckSupported(right);
        return IsSetOfTexts(left) && IsSetOfTexts(right)
            ? Texts(left).ToHashSet().SetEquals(Texts(right))
            : JsonNode.DeepEquals(left, right);
    }

    /// <summary>Whether a text has a part, or a set or list a member.</summary>
    public static bool Contains(JsonNode? value, JsonNode? part)
    {
        CheckSupported(value);
        if (value?["L"] is JsonArray list)
        {
            return list.Any(item => AreEqual(item, part));
        }

        return Text(part) is { } text
            && (Text(value)?.Contains(text, StringComparison.Ordinal) == true || Texts(value).Contains(text));
    }

    /// <summary>The number of characters of a text, or of members of a set, list or map; null for any other value.</summary>
    public static int? SizeOf(JsonNode? value) =>
        value is null
            ? null
            : TypeOf(value) switch
            {
                "S" => Text(value)!.Length,
                "L" or "SS" or "NS" or "BS" => value[TypeOf(value)]!.AsArray().Count,
                "M" => value["M"]!.AsObject().Count,
                "B" => throw DynamoDbException.NotSupported("the size of binary values"),
                _ => null,
            };

    public static string? Text(JsonNode? value) => value?["S"]?.GetValue<string>();

    public static decimal? Number(JsonNode? value) =>
        value?["N"]?.GetValue<string>() is { } text
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    // DynamoDB writes numbers without trailing zeros.
    public static JsonNode OfNumber(decimal number) =>
        new JsonObject { ["N"] = number.ToString("0.############################", CultureInfo.InvariantCulture) };

    public static bool IsSetOfTexts(JsonNode? value) => value?["SS"] is not null;

    /// <summary>The members of a set of texts; none for anything else.</summary>
    public static IEnumerable<string> Texts(JsonNode? value) =>
        value?["SS"]?.AsArray().Select(static text => text!.GetValue<string>()) ?? [];

    public static JsonNode OfTexts(IEnumerable<string> texts) =>
        new JsonObject { ["SS"] = new JsonArray([.. texts.Select(static text => JsonValue.Create(text))]) };

    /// <summary>Why DynamoDB refuses a value, or null.</summary>
    /// <exception cref="DynamoDbException">The value does not have the form of an attribute's value.</exception>
    public static string? ProblemOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw DynamoDbException.Serialization("Unexpected value type in payload");
        }

        if (value.GetPropertyCount() > 1)
        {
            return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
        }

        foreach (var member in value.EnumerateObject())
        {
            return member.Name switch
            {
                "S" or "B" when member.Value.ValueKind == JsonValueKind.String => null,
                "N" when member.Value.ValueKind == JsonValueKind.String => ProblemOfNumber(member.Value.GetString()!),
                "BOOL" when member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False => null,
                "NULL" when member.Value.ValueKind == JsonValueKind.True => null,
                "L" when member.Value.ValueKind == JsonValueKind.Array => FirstProblem(member.Value.EnumerateArray()),
                "M" when member.Value.ValueKind == JsonValueKind.Object => FirstProblem(
                    member.Value.EnumerateObject().Select(static inner => inner.Value)
                ),
                "SS" or "NS" or "BS" when member.Value.ValueKind == JsonValueKind.Array => ProblemOfSet(member),
                "S" or "B" or "N" or "BOOL" or "NULL" or "L" or "M" or "SS" or "NS" or "BS" =>
                    throw DynamoDbException.Serialization($"The value of {member.Name} has the wrong type."),
                _ => throw DynamoDbException.Serialization($"{member.Name} is not a type of values."),
            };
        }

        return "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
    }

    private static void CheckSupported(JsonNode? value)
    {
        if (value is not null && TypeOf(value) is ("B" or "NS" or "BS"))
        {
            throw DynamoDbException.NotSupported($"comparisons with values of type {TypeOf(value)}");
        }
    }

    private static string? FirstProblem(IEnumerable<JsonElement> values) =>
        values.Select(ProblemOf).FirstOrDefault(static problem => problem is not null);

    private static string? ProblemOfNumber(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? throw DynamoDbException.NotSupported($"the number {text}")
            : "The parameter cannot be converted to a numeric value" + (text.Length == 0 ? "" : $": {text}");
    }

    private static string? ProblemOfSet(JsonProperty set)
    {
        if (set.Value.EnumerateArray().Any(static member => member.ValueKind != JsonValueKind.String))
        {
            throw DynamoDbException.Serialization($"{set.Name} must contain strings.");
        }

        var texts = set.Value.EnumerateArray().Select(static member => member.GetString()!).ToList();
        if (texts.Count == 0)
        {
            return "One or more parameter values were invalid: "
                + set.Name switch
                {
                    "SS" => "An string set  may not be empty",
                    "NS" => "An number set  may not be empty",
                    _ => "Binary sets should not be empty",
                };
        }

        return texts.Distinct().Count() == texts.Count
            ? null
            : $"One or more parameter values were invalid: Input collection [{string.Join(", ", texts)}] contains duplicates.";
    }
}
