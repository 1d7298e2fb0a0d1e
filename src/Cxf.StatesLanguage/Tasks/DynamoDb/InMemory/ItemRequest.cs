using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>A request, checked as far as it can be without its table.</summary>
internal sealed partial class ItemRequest
{
    private const string Names = "ExpressionAttributeNames";
    private const string OnFailure = "ReturnValuesOnConditionCheckFailure";
    private const string Values = "ExpressionAttributeValues";

    // ConsistentRead has no effect: every read is consistent.
    private static readonly string[] Read = ["TableName", "ConsistentRead", "ProjectionExpression", Names];
    private static readonly string[] Write = ["TableName", "ConditionExpression", "ReturnValues", OnFailure, Names, Values];

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["GetItem"] = [.. Read, "Key"],
        ["PutItem"] = [.. Write, "Item"],
        ["UpdateItem"] = [.. Write, "Key", "UpdateExpression"],
        ["DeleteItem"] = [.. Write, "Key"],
        ["Query"] = [.. Read, "KeyConditionExpression", "FilterExpression", Values],
    };

    private readonly JsonElement _request;

    /// <exception cref="DynamoDbException">The request is not valid, or uses something that is not supported.</exception>
    public ItemRequest(string operation, JsonElement request)
    {
        _request = request;
        if (!Members.TryGetValue(operation, out var members))
        {
            throw new DynamoDbException("UnknownOperationException", $"The tables in memory have no operation {operation}.");
        }

        if (request.ValueKind != JsonValueKind.Object)
        {
            throw DynamoDbException.Serialization("The request is not a JSON object.");
        }

        foreach (var member in request.EnumerateObject())
        {
            if (!members.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
            {
                throw DynamoDbException.NotSupported($"{member.Name} in {operation}");
            }
        }

        Operation = operation;
        Item = members.Contains("Item") ? ReadItem("Item") : default;
        Key = members.Contains("Key") ? ReadItem("Key") : default;
        Table = ReadTable();
        ReturnValues = ReadReturnValues();
        ReturnsItemOnFailure = ReadReturnsItemOnFailure();
        var names = new ExpressionNames(Object(Names), Object(Values));
        Update = Parse("UpdateExpression", names, UpdateExpression.Parse);
        Condition = Parse("ConditionExpression", names, ConditionExpression.Parse);
        KeyCondition = Parse("KeyConditionExpression", names, KeyCondition.Parse);
        Filter = Parse("FilterExpression", names, ConditionExpression.Parse);
        Projection = Parse("ProjectionExpression", names, ParseProjection);
        names.CheckAllUsed();
    }

    /// <summary>The operation of DynamoDB's API, such as <c>PutItem</c>.</summary>
    public string Operation { get; }

    /// <summary>The table's name, without the ARN that it may be part of.</summary>
    public string Table { get; }

    public JsonElement Item { get; }

    public JsonElement Key { get; }

    public string ReturnValues { get; }

    /// <summary>Whether a failed condition reports the item.</summary>
    public bool ReturnsItemOnFailure { get; }

    public UpdateExpression? Update { get; }

    public ConditionExpression? Condition { get; }

    public KeyCondition? KeyCondition { get; }

    public ConditionExpression? Filter { get; }

    /// <summary>The paths that are asked for; null for whole items.</summary>
    public IReadOnlyList<AttributePath>? Projection { get; }

    private JsonElement ReadItem(string member)
    {
        var item = Object(member) ?? throw Constraint("null", member, "Member must not be null");
        foreach (var attribute in item.EnumerateObject())
        {
            if (AttributeValue.ProblemOf(attribute.Value) is { } problem)
            {
                throw DynamoDbException.Validation(problem);
            }
        }

        return item;
    }

    private string ReadTable()
    {
        var name = Text("TableName") ?? throw Constraint("null", "TableName", "Member must not be null");
        return TableName.IsMatch(name)
            ? name[(name.LastIndexOf('/') + 1)..]
            : throw Constraint($"'{name}'", "TableName", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    }

    private string ReadReturnValues() =>
        Text("ReturnValues") switch
        {
            null => "NONE",
            ("NONE" or "ALL_OLD") and var given => given,
            ("ALL_NEW" or "UPDATED_OLD" or "UPDATED_NEW") and var given => Operation == "UpdateItem"
                ? given
                : throw DynamoDbException.Validation("Return values set to invalid value"),
            var given => throw Constraint(
                $"'{given}'",
                "ReturnValues",
                "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
            ),
        };

    private bool ReadReturnsItemOnFailure() =>
        Text(OnFailure) switch
        {
            null or "NONE" => false,
            "ALL_OLD" => true,
            var given => throw Constraint($"'{given}'", OnFailure, "Member must satisfy enum value set: [ALL_OLD, NONE]"),
        };

    private T? Parse<T>(string member, ExpressionNames names, Func<string, string, ExpressionNames, T> parse)
        where T : class => Text(member) is { } text ? parse(member, text, names) : null;

    private static List<AttributePath> ParseProjection(string member, string text, ExpressionNames names)
    {
        var tokens = new ExpressionTokens(member, text);
        var paths = new List<AttributePath>();
        do
        {
            paths.Add(names.TakePath(tokens));
        } while (tokens.TryTake(","));

        tokens.ExpectEnd();
        AttributePath.CheckDistinct(paths, tokens);
        return paths;
    }

    private JsonElement? Object(string member) => Member(member, JsonValueKind.Object);

    private string? Text(string member) => Member(member, JsonValueKind.String)?.GetString();

    private JsonElement? Member(string name, JsonValueKind kind)
    {
        if (!_request.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == kind ? value : throw DynamoDbException.Serialization($"{name} has the wrong type.");
    }

    private static DynamoDbException Constraint(string value, string member, string constraint) =>
        DynamoDbException.Validation(
            $"1 validation error detected: Value {value} at '{JsonNamingPolicy.CamelCase.ConvertName(member)}' "
                + $"failed to satisfy constraint: {constraint}"
        );

    [GeneratedRegex("^(arn:aws:dynamodb:[a-z0-9-]+:[0-9]+:table/)?[a-zA-Z0-9_.-]+$")]
    private static partial Regex TableName { get; }
}
