using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Functions;

internal static class JsonFunctions
{
    /// <summary>Parses a text; an empty one gives null and <c>-0</c> gives 0 (recorded).</summary>
    public static JsonElement Parse(JsonElement[] arguments)
    {
        var text = arguments.TextAt(0).Trim();
        try
        {
            return JsonText.Parse(
                text switch
                {
                    "" => "null",
                    "-0" => "0",
                    _ => text,
                }
            );
        }
        catch (JsonException)
        {
            throw new IntrinsicFailureException("argument 1 is not JSON");
        }
    }

    public static JsonElement Print(JsonElement[] arguments) => Arguments.Text(Payload.Compact(arguments[0]).ToString());

    public static JsonElement Merge(JsonElement[] arguments)
    {
        if (arguments[0].ValueKind != JsonValueKind.Object || arguments[1].ValueKind != JsonValueKind.Object)
        {
            throw new IntrinsicFailureException("arguments 1 and 2 must be objects");
        }

        if (arguments[2].ValueKind != JsonValueKind.False)
        {
            throw new IntrinsicFailureException("deep merge is not supported; argument 3 must be false");
        }

        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        foreach (var member in arguments[0].EnumerateObject().Where(member => !arguments[1].TryGetProperty(member.Name, out _)))
        {
            member.WriteTo(writer.Json);
        }

        foreach (var member in arguments[1].EnumerateObject())
        {
            member.WriteTo(writer.Json);
        }

        writer.Json.WriteEndObject();
        return writer.ToPayload().Tree;
    }
}
