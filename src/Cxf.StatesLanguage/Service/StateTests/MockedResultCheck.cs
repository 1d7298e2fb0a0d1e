using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// Checks a mocked result against the answer of the API that the task calls. Fields that the API does not have are accepted.
/// </summary>
internal sealed class MockedResultCheck(ApiShapes shapes, bool needsRequired)
{
    private const string Strict = "STRICT";
    private const string None = "NONE";
    private static readonly string[] Modes = [Strict, "PRESENT", None];

    public static void Run(TaskResource resource, JsonElement result, string? mode)
    {
        if (mode is not null && !Modes.Contains(mode))
        {
            throw ApiErrors.NotOneOf("mock.fieldValidationMode", mode, Modes);
        }

        // What a callback or a finished job returns is not the answer of the call.
        if (
            mode == None
            || resource.Kind != TaskResourceKind.Integration
            || resource.IsSync
            || resource.WaitsForToken
            || ApiShapes.Of(resource) is not { } shapes
            || shapes.Answer(resource.Action) is not { } answer
        )
        {
            return;
        }

        new MockedResultCheck(shapes, needsRequired: mode is null or Strict).CheckObject(
            result,
            answer,
            // The optimized integration parses the function's answer, which may be any value.
            resource is { Service: "lambda", Action: "invoke" }
                ? "Payload"
                : null
        );
    }

    private void CheckObject(JsonElement value, JsonElement shape, string? anyField = null)
    {
        if (!shape.TryGetProperty("m", out var members) || value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (needsRequired && shape.TryGetProperty("r", out var required))
        {
            foreach (var name in required.EnumerateArray())
            {
                if (!value.TryGetProperty(name.GetString()!, out _))
                {
                    throw Invalid($"Required field '{name}' is missing");
                }
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Name != anyField && members.TryGetProperty(member.Name, out var reference))
            {
                Check(member.Name, member.Value, shapes.Resolve(reference));
            }
        }
    }

    private void Check(string field, JsonElement value, JsonElement shape)
    {
        if (shape.ValueKind == JsonValueKind.String)
        {
            CheckType(field, value, shape.GetString()!);
        }
        else if (shape.TryGetProperty("t", out var type))
        {
            CheckType(field, value, type.GetString()!);
            CheckBounds(field, value, shape);
        }
        else if (shape.TryGetProperty("l", out var element))
        {
            Expect(field, value.ValueKind == JsonValueKind.Array, "an array");
            foreach (var item in value.EnumerateArray())
            {
                Check(field, item, shapes.Resolve(element));
            }
        }
        else if (shape.TryGetProperty("v", out var entry))
        {
            Expect(field, value.ValueKind == JsonValueKind.Object, "an object");
            foreach (var member in value.EnumerateObject())
            {
                Check(field, member.Value, shapes.Resolve(entry));
            }
        }
        else if (shape.TryGetProperty("m", out _))
        {
            Expect(field, value.ValueKind == JsonValueKind.Object, "an object");
            CheckObject(value, shape);
        }

        // A shape without any of these accepts every value.
    }

    private static void CheckType(string field, JsonElement value, string type)
    {
        switch (type)
        {
            case "s":
                Expect(field, value.ValueKind == JsonValueKind.String, "a string");
                break;
            case "n":
                Expect(field, value.ValueKind == JsonValueKind.Number, "a number");
                break;
            default:
                Expect(field, value.ValueKind is JsonValueKind.True or JsonValueKind.False, "a boolean");
                break;
        }
    }

    private static void CheckBounds(string field, JsonElement value, JsonElement shape)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        var size = isText ? value.GetString()!.Length : value.GetDouble();
        if (shape.TryGetProperty("min", out var min) && size < min.GetDouble())
        {
            throw Invalid($"Field '{field}' is {(isText ? "smaller than the minimum length" : "less than the minimum value")}");
        }

        if (shape.TryGetProperty("max", out var max) && size > max.GetDouble())
        {
            throw Invalid($"Field '{field}' exceeds the maximum {(isText ? "length" : "value")}");
        }

        if (shape.TryGetProperty("e", out var names) && !names.EnumerateArray().Any(name => name.ValueEquals(value.GetString())))
        {
            throw Invalid($"Field '{field}' is not an expected value");
        }
    }

    private static void Expect(string field, bool holds, string type)
    {
        if (!holds)
        {
            throw Invalid($"Field '{field}' must be {type}");
        }
    }

    private static StepFunctionsException Invalid(string problem) =>
        ApiErrors.Validation($"Mock result schema validation error: {problem}");
}
