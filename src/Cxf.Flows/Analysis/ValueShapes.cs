using System.Text.Json;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>The shapes of the values that every flow has: the payload by its contract, the contact, a call's answer.</summary>
internal static class ValueShapes
{
    private static readonly JsonataShape MaybeText = JsonataShape.Text.OrBe(JsonataKinds.Undefined | JsonataKinds.Null);

    /// <summary><c>{"error": word}</c>, what an error branch finds under the failed step's label.</summary>
    public static JsonataShape Error { get; } = Fields(("error", JsonataShape.Text));

    /// <summary>What a child flow answers.</summary>
    public static JsonataShape FlowAnswer { get; } =
        Fields(("message", JsonataShape.Any), ("outputs", JsonataShape.SomeObject.OrBe(JsonataKinds.Undefined)));

    /// <summary><c>$flow</c>: a literal of the compiled flow.</summary>
    public static JsonataShape Flow { get; } =
        Fields(("tenantId", JsonataShape.Text), ("flowId", JsonataShape.Text), ("version", JsonataShape.Number));

    /// <summary><c>$contact</c>: what every run's input holds of it, and the numbers that the flow declares.</summary>
    public static JsonataShape Contact(FlowDefinition flow)
    {
        var fields = new Dictionary<string, JsonataShape>
        {
            ["contactId"] = JsonataShape.Text,
            ["instanceArn"] = MaybeText,
            ["channel"] = MaybeText,
            ["languageCode"] = MaybeText,
            ["initiationMethod"] = MaybeText,
        };
        foreach (var field in flow.ContactFields)
        {
            fields[field == ContactField.CustomerNumber ? "customerNumber" : "systemNumber"] = MaybeText;
        }

        return JsonataShape.Closed(fields);
    }

    /// <summary>What CallApi answers, as <see cref="ApiCalls.Answers.ApiCallAnswer"/> writes it.</summary>
    public static JsonataShape CallAnswer(JsonataShape body) => Fields(AnswerFields(body));

    /// <summary>The same of a call with a fallback.</summary>
    public static JsonataShape AgedAnswer(JsonataShape body) =>
        Fields([.. AnswerFields(body), ("age", JsonataShape.Number), ("stale", JsonataShape.Boolean)]);

    private static (string, JsonataShape)[] AnswerFields(JsonataShape body) =>
        [
            ("status", JsonataShape.Number),
            ("headers", JsonataShape.SomeObject),
            ("body", body),
            ("attempts", JsonataShape.Number),
            ("durationMs", JsonataShape.Number),
        ];

    /// <summary>What a value that meets a contract can be.</summary>
    public static JsonataShape Of(ContractSchema schema) =>
        schema.Allowed is { } allowed
            ? OneOf(allowed)
            : schema.Type switch
            {
                ContractType.Object => new JsonataShape(JsonataKinds.Object)
                {
                    Fields = schema.Properties.ToDictionary(
                        property => property.Key,
                        property =>
                            schema.Required.Contains(property.Key)
                                ? Of(property.Value)
                                : Of(property.Value).OrBe(JsonataKinds.Undefined)
                    ),
                    IsOpen = schema.AdditionalProperties,
                },
                ContractType.Array => JsonataShape.SomeArray with { Items = schema.Items is { } items ? Of(items) : null },
                ContractType.String => JsonataShape.Text,
                ContractType.Number or ContractType.Integer => JsonataShape.Number,
                ContractType.Boolean => JsonataShape.Boolean,
                _ => JsonataShape.Any,
            };

    /// <summary>The shape of a JSON value without expressions.</summary>
    public static JsonataShape Of(JsonElement literal) =>
        literal.ValueKind switch
        {
            JsonValueKind.Object => JsonataShape.Closed(Members(literal, member => Of(member))),
            JsonValueKind.Array => JsonataShape.SomeArray,
            JsonValueKind.String => JsonataShape.Text,
            JsonValueKind.Number => JsonataShape.Number,
            JsonValueKind.True or JsonValueKind.False => JsonataShape.Boolean,
            JsonValueKind.Null => JsonataShape.Null,
            _ => JsonataShape.Undefined,
        };

    /// <summary>The members of an object by name; of two of the same name the last counts, as in every JSON reader.</summary>
    public static Dictionary<string, JsonataShape> Members(JsonElement value, Func<JsonElement, JsonataShape> shape)
    {
        var members = new Dictionary<string, JsonataShape>();
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = shape(member.Value);
        }

        return members;
    }

    private static JsonataShape OneOf(IReadOnlyList<JsonElement> allowed) =>
        allowed.Count == 0 ? JsonataShape.Any : allowed.Select(Of).Aggregate((one, other) => one.Or(other));

    private static JsonataShape Fields(params ReadOnlySpan<(string Name, JsonataShape Shape)> fields)
    {
        var named = new Dictionary<string, JsonataShape>();
        foreach (var (name, shape) in fields)
        {
            named[name] = shape;
        }

        return JsonataShape.Closed(named);
    }
}
