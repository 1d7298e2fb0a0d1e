using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>A comparison operator.</summary>
/// <param name="Holds">Whether it holds for a value (null: nothing found) and an operand.</param>
/// <param name="OperandKind">The JSON type of the constant operand.</param>
/// <param name="AcceptsMissing">Whether a path that finds nothing is allowed.</param>
/// <param name="HasPathForm">Whether there is a form that takes a path, with the suffix <c>Path</c>.</param>
/// <param name="IsTimestamp">Whether the constant operand must be a timestamp.</param>
internal sealed record ComparisonOperator(
    Func<JsonElement?, JsonElement, bool> Holds,
    JsonValueKind OperandKind,
    bool AcceptsMissing = false,
    bool HasPathForm = true,
    bool IsTimestamp = false
);

/// <summary>The comparison operators of Choice rules (States Language specification, Choice state).</summary>
internal static class ComparisonOperators
{
    private const string PathSuffix = "Path";

    public static IReadOnlyDictionary<string, ComparisonOperator> All { get; } = Build();

    /// <summary>The operator of a field name, in its constant or its path form.</summary>
    public static bool TryFind(string field, out ComparisonOperator? found, out bool isPath)
    {
        isPath = false;
        if (All.TryGetValue(field, out found))
        {
            return true;
        }

        isPath =
            field.EndsWith(PathSuffix, StringComparison.Ordinal)
            && All.TryGetValue(field[..^PathSuffix.Length], out found)
            && found.HasPathForm;
        return isPath;
    }

    private static Dictionary<string, ComparisonOperator> Build()
    {
        var all = new Dictionary<string, ComparisonOperator>(StringComparer.Ordinal)
        {
            ["BooleanEquals"] = new(BooleanEquals, JsonValueKind.True),
            ["StringMatches"] = new(StringMatches, JsonValueKind.String, HasPathForm: false),
            ["IsNull"] = Is(static value => value.ValueKind == JsonValueKind.Null),
            ["IsNumeric"] = Is(static value => value.ValueKind == JsonValueKind.Number),
            ["IsString"] = Is(static value => value.ValueKind == JsonValueKind.String),
            ["IsBoolean"] = Is(static value => value.ValueKind is JsonValueKind.True or JsonValueKind.False),
            ["IsTimestamp"] = Is(static value => TimeOf(value) is not null),
            ["IsPresent"] = new(
                static (value, operand) => (value is not null) == operand.GetBoolean(),
                JsonValueKind.True,
                AcceptsMissing: true,
                HasPathForm: false
            ),
        };
        AddOrdered(
            all,
            "String",
            JsonValueKind.String,
            static (value, operand) =>
                value.ValueKind == JsonValueKind.String && operand.ValueKind == JsonValueKind.String
                    ? string.CompareOrdinal(value.GetString(), operand.GetString())
                    : null
        );
        AddOrdered(
            all,
            "Numeric",
            JsonValueKind.Number,
            static (value, operand) =>
                value.ValueKind == JsonValueKind.Number && operand.ValueKind == JsonValueKind.Number
                    ? value.GetDouble().CompareTo(operand.GetDouble())
                    : null
        );
        AddOrdered(
            all,
            "Timestamp",
            JsonValueKind.String,
            static (value, operand) => TimeOf(value) is { } time && TimeOf(operand) is { } other ? time.CompareTo(other) : null
        );
        return all;
    }

    private static void AddOrdered(
        Dictionary<string, ComparisonOperator> all,
        string type,
        JsonValueKind kind,
        Func<JsonElement, JsonElement, int?> compare
    )
    {
        Add("Equals", static order => order == 0);
        Add("LessThan", static order => order < 0);
        Add("LessThanEquals", static order => order <= 0);
        Add("GreaterThan", static order => order > 0);
        Add("GreaterThanEquals", static order => order >= 0);

        // Values of different types have no order, so every operator is false.
        void Add(string relation, Func<int, bool> holds) =>
            all[type + relation] = new ComparisonOperator(
                (value, operand) => value is { } found && compare(found, operand) is { } order && holds(order),
                kind,
                IsTimestamp: type == "Timestamp"
            );
    }

    private static ComparisonOperator Is(Func<JsonElement, bool> test) =>
        new(
            (value, operand) => value is { } found && test(found) == operand.GetBoolean(),
            JsonValueKind.True,
            HasPathForm: false
        );

    private static bool BooleanEquals(JsonElement? value, JsonElement operand) =>
        value is { ValueKind: JsonValueKind.True or JsonValueKind.False } found && found.ValueKind == operand.ValueKind;

    private static DateTimeOffset? TimeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Timestamp.TryParse(value.GetString()!, out var time) ? time : null;

    private static bool StringMatches(JsonElement? value, JsonElement operand) =>
        value is { ValueKind: JsonValueKind.String } found && WildcardPattern.Matches(found.GetString()!, operand.GetString()!);
}
