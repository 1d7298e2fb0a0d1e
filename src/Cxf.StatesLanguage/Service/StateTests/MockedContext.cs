using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Service;

/// <summary>Checks the context object that a request of TestState gives: known fields with their types only.</summary>
internal static class MockedContext
{
    private static readonly Dictionary<string, Dictionary<string, JsonValueKind?>> Known = new(StringComparer.Ordinal)
    {
        ["Execution"] = new(StringComparer.Ordinal)
        {
            ["Id"] = JsonValueKind.String,
            ["Input"] = null,
            ["Name"] = JsonValueKind.String,
            ["RoleArn"] = JsonValueKind.String,
            ["StartTime"] = JsonValueKind.String,
            ["RedriveCount"] = JsonValueKind.Number,
            ["RedriveTime"] = JsonValueKind.String,
        },
        ["State"] = new(StringComparer.Ordinal)
        {
            ["EnteredTime"] = JsonValueKind.String,
            ["Name"] = JsonValueKind.String,
            ["RetryCount"] = JsonValueKind.Number,
        },
        ["StateMachine"] = new(StringComparer.Ordinal) { ["Id"] = JsonValueKind.String, ["Name"] = JsonValueKind.String },
        ["Task"] = new(StringComparer.Ordinal) { ["Token"] = JsonValueKind.String },
    };

    public static Payload Parse(string text)
    {
        Payload context;
        try
        {
            context = Payload.Parse(text);
        }
        catch (JsonException)
        {
            throw Invalid("Context object must be valid JSON");
        }

        if (context.Tree.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("Context object must be a JSON object");
        }

        foreach (var part in context.Tree.EnumerateObject())
        {
            Check(part);
        }

        return context;
    }

    private static void Check(JsonProperty part)
    {
        if (part.Name == "Map")
        {
            throw Invalid("'Map' field is not supported when mocking a Context object");
        }

        if (!Known.TryGetValue(part.Name, out var members))
        {
            throw Invalid($"Field '{part.Name}' is not allowed");
        }

        if (part.Value.ValueKind != JsonValueKind.Object)
        {
            throw Invalid($"{part.Name} must be an object");
        }

        foreach (var member in part.Value.EnumerateObject())
        {
            if (!members.TryGetValue(member.Name, out var kind))
            {
                throw Invalid($"Field '{member.Name}' is not allowed");
            }

            if (kind is not null && member.Value.ValueKind != kind)
            {
                throw Invalid($"{part.Name}.{member.Name} must be a {(kind == JsonValueKind.String ? "string" : "number")}");
            }
        }
    }

    private static StepFunctionsException Invalid(string problem) =>
        ApiErrors.Validation($"Invalid Context object provided: {problem}");
}
