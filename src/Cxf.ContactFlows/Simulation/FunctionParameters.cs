using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>The parameters that an invocation sends: LambdaInvocationAttributes with their references replaced.</summary>
internal static class FunctionParameters
{
    public static JsonElement Write(ContactFlowAction action, Call call) =>
        Filled(ContactFlowJson.Member(action.Parameters, "LambdaInvocationAttributes") ?? ContactFlowJson.EmptyObject, call);

    /// <summary>A value of a contact flow with its references replaced; numbers and truth values stay what they are.</summary>
    public static JsonElement Filled(JsonElement value, Call call) => JsonOutput.Element(writer => Write(writer, value, call));

    private static void Write(Utf8JsonWriter writer, JsonElement value, Call call)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, call);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, call);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteText(writer, value.GetString()!, call);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>A reference without a value is sent as null. This is our reading: the documentation does not say.</summary>
    private static void WriteText(Utf8JsonWriter writer, string text, Call call)
    {
        if (Reference.Is(text))
        {
            if (call.Find(text) is { } value)
            {
                writer.WriteStringValue(value.Text);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
        else
        {
            writer.WriteStringValue(call.Fill(text));
        }
    }
}
