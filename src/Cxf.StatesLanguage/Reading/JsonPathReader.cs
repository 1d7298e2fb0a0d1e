using System.Text.Json;
using Cxf.StatesLanguage.JsonPath;
using Cxf.StatesLanguage.JsonPath.Functions;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.Reading;

internal static class JsonPathReader
{
    /// <summary>Reads a field that must be a path; reports why and returns null if it is not.</summary>
    public static JsonPathExpression? ReadPath(Node field) => Read(field, PathParser.Parse, "JSONPath");

    /// <summary>Reads a field that must be a path or a call of an intrinsic function.</summary>
    public static IJsonPathValue? ReadValue(Node field) =>
        Read(field, FunctionParser.ParseValue, "JSONPath or intrinsic function call");

    private static T? Read<T>(Node field, Func<string, T> parse, string expected)
        where T : class, IJsonPathValue
    {
        if (!field.Expect(JsonValueKind.String))
        {
            return null;
        }

        try
        {
            var value = parse(field.Text);
            field.Context.References.Add(value);
            return value;
        }
        catch (JsonPathSyntaxException problem)
        {
            field.Error($"Value is not a valid {expected}: {problem.Message}");
            return null;
        }
    }

    public static InputPath ReadPart(Node owner, string name)
    {
        if (owner.Member(name) is not { } field)
        {
            return InputPath.Whole;
        }

        return field.Value.ValueKind == JsonValueKind.Null ? new InputPath(null, true) : new InputPath(ReadPath(field), false);
    }

    public static ResultPath ReadResultPath(Node owner)
    {
        if (owner.Member("ResultPath") is not { } field)
        {
            return ResultPath.Replace;
        }

        if (field.Value.ValueKind == JsonValueKind.Null)
        {
            return new ResultPath(null, true);
        }

        var path = ReadPath(field);
        if (
            path is not null
            && (
                path.Root != PathRoot.Input
                || path.Segments.Any(static segment => segment is not (NameSegment or IndexSegment { IsDefinite: true }))
            )
        )
        {
            field.Error("Value is not a Reference Path: it must select one location in the state's input");
            path = null;
        }

        return new ResultPath(path, false);
    }
}
