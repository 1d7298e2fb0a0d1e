using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>Items as JSON.</summary>
internal static class ItemJson
{
    public static Payload Write(JsonNode item)
    {
        using var writer = PayloadWriter.Rent();
        item.WriteTo(writer.Json);
        return writer.ToPayload();
    }

    /// <summary>An answer with one member, or none.</summary>
    public static Payload Answer(string? member, JsonNode? value)
    {
        var answer = new JsonObject();
        if (member is not null && value is not null)
        {
            answer[member] = value.DeepClone();
        }

        return Write(answer);
    }
}
