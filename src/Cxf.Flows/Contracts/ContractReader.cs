using System.Text.Json;
using Cxf.Documents;
using Cxf.Jsonata.RegularExpressions;

namespace Cxf.Flows.Contracts;

/// <summary>
/// Reads an input contract: the subset of JSON Schema 2020-12 in <see cref="ContractSchema"/>.
/// Every keyword it does not know is reported, because a schema that is silently half obeyed protects nobody.
/// </summary>
public static class ContractReader
{
    private static readonly string[] Known =
    [
        "$schema",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "const",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minimum",
        "maximum",
        "pattern",
        "sensitive",
    ];

    private static readonly Dictionary<string, ContractType> Types = new()
    {
        ["object"] = ContractType.Object,
        ["array"] = ContractType.Array,
        ["string"] = ContractType.String,
        ["number"] = ContractType.Number,
        ["integer"] = ContractType.Integer,
        ["boolean"] = ContractType.Boolean,
    };

    /// <summary>Every keyword, in the order in which they are proposed.</summary>
    internal static IReadOnlyList<string> Keywords => Known;

    /// <summary>The maximum number of patterns: each is made ready whenever a contract is read.</summary>
    private const int MaxPatterns = 500;

    internal static IReadOnlyList<string> TypeNames { get; } = [.. Types.Keys];

    /// <summary>Reads the contract at a place of a flow document; problems go to the cursor's reader.</summary>
    public static InputContract Read(JsonCursor cursor)
    {
        var schema = ReadSchema(cursor, new PatternCount());
        if (schema.Type is not (ContractType.Object or ContractType.Any))
        {
            cursor.Report(FlowCodes.ContractNotObject, "The payload is always an object.", "Use \"type\": \"object\".");
        }

        return new InputContract(schema with { Type = ContractType.Object }, cursor.Element);
    }

    /// <summary>Reads a contract that was checked when its flow was published.</summary>
    public static InputContract Parse(string json) => Read(new JsonDocumentReader(JsonSource.Parse(json), FlowCodes.Shape).Root);

    private static ContractSchema ReadSchema(JsonCursor cursor, PatternCount patterns)
    {
        if (!cursor.IsObject())
        {
            return ContractSchema.Anything;
        }

        cursor.RefuseUnknown(Known);
        var properties = ReadProperties(cursor, patterns);
        if (properties is null)
        {
            // What the properties were to be is not known, so that nothing more can be said of them.
            return ContractSchema.Anything;
        }

        return new ContractSchema
        {
            Type = cursor.Member("type")?.AsWord(Types) ?? ContractType.Any,
            Properties = properties,
            Required = [.. ReadRequired(cursor, properties)],
            AdditionalProperties = cursor.Member("additionalProperties")?.AsFlag() ?? true,
            Items = cursor.Member("items") is { } items ? ReadSchema(items, patterns) : null,
            Allowed = ReadAllowed(cursor),
            Length = ReadBounds(cursor, "minLength", "maxLength"),
            ItemCount = ReadBounds(cursor, "minItems", "maxItems"),
            Range = ReadRange(cursor),
            Pattern = cursor.Member("pattern") is { } pattern ? ReadPattern(pattern, patterns) : null,
            Title = TextOf(cursor, "title"),
            Description = TextOf(cursor, "description"),
            Sensitive = cursor.Member("sensitive")?.AsFlag() ?? false,
        };
    }

    // Annotations: another kind of value changes nothing for a payload.
    private static string TextOf(JsonCursor cursor, string name) =>
        cursor.Element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    private static Dictionary<string, ContractSchema>? ReadProperties(JsonCursor cursor, PatternCount patterns)
    {
        if (cursor.Member("properties") is not { } members)
        {
            return [];
        }

        if (!members.IsObject())
        {
            return null;
        }

        var properties = new Dictionary<string, ContractSchema>();
        foreach (var member in members.Members())
        {
            properties[member.Name] = ReadSchema(member, patterns);
        }

        return properties;
    }

    private const string RequiredFix = "Write a list of names beside \"properties\" of the object: \"required\": [\"name\"].";

    private static IEnumerable<string> ReadRequired(JsonCursor cursor, Dictionary<string, ContractSchema> properties)
    {
        if (cursor.Member("required") is not { } required || !required.IsArray(RequiredFix))
        {
            yield break;
        }

        foreach (var item in required.Items())
        {
            if (item.AsText() is not { } name)
            {
                continue;
            }

            if (!properties.ContainsKey(name))
            {
                item.Report(
                    FlowCodes.ContractRequiredUnknown,
                    $"\"{name}\" is required but is not among the properties.",
                    properties.Count == 0
                        ? "Add it to \"properties\"."
                        : $"{item.Reader.Suggest(name, properties.Keys)} Or add it to \"properties\".",
                    DiagnosticSeverity.Warning
                );
            }

            yield return name;
        }
    }

    private static List<JsonElement>? ReadAllowed(JsonCursor cursor)
    {
        JsonElement? constant = cursor.Element.TryGetProperty("const", out var only) ? only : null;
        if (cursor.Member("enum") is not { } values || !values.IsArray())
        {
            return constant is { } value ? [value] : null;
        }

        var allowed = values
            .Items()
            .Select(item => item.Element)
            .Where(item => constant is not { } value || JsonElement.DeepEquals(item, value))
            .ToList();
        if (allowed.Count == 0)
        {
            values.Report(
                FlowCodes.ContractEnumEmpty,
                "No value is allowed here, so no payload could ever pass.",
                constant is null ? "List the values that are allowed." : "Add the value of \"const\", or remove one of the two."
            );
        }

        return allowed;
    }

    private static (int Min, int Max) ReadBounds(JsonCursor cursor, string min, string max)
    {
        var bounds = (
            Min: cursor.Member(min)?.AsInteger(0, int.MaxValue) ?? 0,
            Max: cursor.Member(max)?.AsInteger(0, int.MaxValue) ?? int.MaxValue
        );
        if (bounds.Min > bounds.Max)
        {
            cursor.Report(
                FlowCodes.ContractBoundsCrossed,
                $"\"{min}\" is above \"{max}\", so no payload could ever pass.",
                "Swap or correct the two bounds."
            );
        }

        return bounds;
    }

    private static (double Min, double Max) ReadRange(JsonCursor cursor)
    {
        double Read(string name, double fallback)
        {
            if (cursor.Member(name) is not { } bound)
            {
                return fallback;
            }

            if (bound.Kind == JsonValueKind.Number)
            {
                return bound.Element.GetDouble();
            }

            bound.ReportType("a number");
            return fallback;
        }

        var range = (Min: Read("minimum", double.NegativeInfinity), Max: Read("maximum", double.PositiveInfinity));
        if (range.Min > range.Max)
        {
            cursor.Report(
                FlowCodes.ContractBoundsCrossed,
                "The minimum is above the maximum.",
                "Swap or correct the two bounds."
            );
        }

        return range;
    }

    private static UnicodePattern? ReadPattern(JsonCursor cursor, PatternCount patterns)
    {
        if (patterns.Count++ >= MaxPatterns)
        {
            cursor.Report(
                FlowCodes.ContractPattern,
                $"The contract has more than {MaxPatterns} patterns.",
                "Check fewer fields by patterns, or by \"enum\" and lengths."
            );
            return null;
        }

        if (cursor.AsText(1000) is not { } text)
        {
            return null;
        }

        // As JavaScript writes it. Before ^ or after $ nothing can match, so no payload would ever pass.
        if (text.StartsWith("/^", StringComparison.Ordinal) || EndsWithAnchorAndSlash(text))
        {
            cursor.Report(
                FlowCodes.ContractPattern,
                "The pattern has the slashes of JavaScript, which are characters here.",
                $"Write {text.TrimStart('/').TrimEnd('/')} without the slashes."
            );
            return null;
        }

        if (!UnicodePattern.TryParse(text, out var pattern, out var problem))
        {
            cursor.Report(
                FlowCodes.ContractPattern,
                "The pattern cannot be used. " + problem,
                "Write a regular expression of JavaScript with the u flag, without references to groups."
            );
        }

        return pattern;
    }

    // A backslash before the $ makes it a character.
    private static bool EndsWithAnchorAndSlash(string text) =>
        text.EndsWith("$/", StringComparison.Ordinal) && (text.Length - 2 - text[..^2].TrimEnd('\\').Length) % 2 == 0;

    private sealed class PatternCount
    {
        public int Count { get; set; }
    }
}
