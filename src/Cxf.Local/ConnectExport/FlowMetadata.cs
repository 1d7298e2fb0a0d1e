using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The data that the console's designer stores with the actions: the positions of blocks, and how their values are shown. The
/// service does not read it.
/// </summary>
internal static class FlowMetadata
{
    private const string EqualTo = "Equals";
    private const int Left = 160;
    private const int Top = 40;
    private const int ColumnWidth = 240;
    private const int RowHeight = 200;
    private const int Rows = 4;

    public static JsonObject Of(string name, string description, string type, JsonArray actions) =>
        new()
        {
            ["entryPointPosition"] = Position(Top, Top),
            ["ActionMetadata"] = new JsonObject(
                actions.Select(
                    (action, index) =>
                        KeyValuePair.Create(
                            action!["Identifier"]!.GetValue<string>(),
                            (JsonNode?)OfAction(action.AsObject(), index)
                        )
                )
            ),
            ["Annotations"] = new JsonArray(),
            ["name"] = name,
            ["description"] = description,
            ["type"] = type,
            ["status"] = "PUBLISHED",
            ["hash"] = new JsonObject(),
        };

    private static JsonObject OfAction(JsonObject action, int index)
    {
        var metadata = new JsonObject
        {
            ["position"] = Position(Left + (index / Rows * ColumnWidth), Top + (index % Rows * RowHeight)),
            ["isFriendlyName"] = true,
        };
        switch (action["Type"]!.GetValue<string>())
        {
            case "InvokeLambdaFunction":
                metadata["dynamicMetadata"] = new JsonObject(
                    action["Parameters"]!["LambdaInvocationAttributes"]!
                        .AsObject()
                        .Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)IsReference(parameter.Value)))
                );
                break;
            case "UpdateContactAttributes":
                var names = action["Parameters"]!["Attributes"]!
                    .AsObject()
                    .Where(attribute => IsReference(attribute.Value))
                    .Select(attribute => attribute.Key)
                    .ToList();
                metadata["parameters"] = new JsonObject
                {
                    ["Attributes"] = new JsonObject(
                        names.Select(attribute =>
                            KeyValuePair.Create(attribute, (JsonNode?)new JsonObject { ["useDynamic"] = true })
                        )
                    ),
                };
                metadata["dynamicParams"] = new JsonArray([.. names.Select(attribute => JsonValue.Create(attribute))]);
                break;
            case "Compare":
                metadata["conditions"] = new JsonArray();
                metadata["conditionMetadata"] = Conditions(action, withOperator: true);
                break;
            case "UpdateFlowAttributes":
                var attributes = action["Parameters"]!["FlowAttributes"]!.AsObject();
                metadata["parameters"] = new JsonObject
                {
                    ["FlowAttributes"] = new JsonObject(
                        attributes.Select(attribute =>
                            KeyValuePair.Create(
                                attribute.Key,
                                (JsonNode?)
                                    new JsonObject
                                    {
                                        ["Value"] = new JsonObject { ["useDynamic"] = IsReference(attribute.Value!["Value"]) },
                                    }
                            )
                        )
                    ),
                };
                break;
            case "GetParticipantInput" when action["Transitions"]!["Conditions"] is not null:
                metadata["conditionMetadata"] = Conditions(action, withOperator: false);
                break;
            default:
                break;
        }

        return metadata;
    }

    private static JsonArray Conditions(JsonObject action, bool withOperator) =>
        new([
            .. action["Transitions"]!["Conditions"]!
                .AsArray()
                .Select(condition =>
                {
                    var operand = condition!["Condition"]!["Operands"]![0]!.GetValue<string>();
                    var name = condition["Condition"]!["Operator"]!.GetValue<string>();
                    var id = name == EqualTo ? operand : $"{name} {operand}";
                    var metadata = new JsonObject { ["id"] = Id($"{action["Identifier"]}/{id}") };
                    if (withOperator)
                    {
                        metadata["operator"] = Operator(name);
                    }

                    metadata["value"] = operand;
                    return metadata;
                }),
        ]);

    // The designer has names of its own.
    private static JsonObject Operator(string name)
    {
        var (shown, value, sign) = name switch
        {
            "NumberGreaterThan" => ("Is greater than", "GreaterThan", ">"),
            "NumberLessThan" => ("Is less than", "LessThan", "<"),
            "TextContains" => ("Contains", "Contains", "contains"),
            _ => (EqualTo, EqualTo, "="),
        };
        return new JsonObject
        {
            ["name"] = shown,
            ["value"] = value,
            ["shortDisplay"] = sign,
        };
    }

    private static bool IsReference(JsonNode? value) => value!.GetValue<string>().StartsWith("$.", StringComparison.Ordinal);

    private static JsonObject Position(int x, int y) => new() { ["x"] = x, ["y"] = y };

    // The designer wants ids; the same export must always be the same text.
    private static string Id(string of) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 16)).ToString();
}
