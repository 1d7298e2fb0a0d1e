using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Members that many kinds of details share.</summary>
internal static class HistoryData
{
    public static void Write(Utf8JsonWriter json, string member, string detailsMember, Payload value, bool includeData)
    {
        if (includeData)
        {
            json.WriteString(member, value.Utf8.Span);
        }

        WriteTruncated(json, detailsMember);
    }

    public static void WriteTruncated(Utf8JsonWriter json, string member)
    {
        json.WriteStartObject(member);
        json.WriteBoolean("truncated", false);
        json.WriteEndObject();
    }

    public static void WriteOptional(Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null)
        {
            json.WriteString(member, value);
        }
    }

    public static void WriteOptional(Utf8JsonWriter json, string member, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(member, number);
        }
    }

    public static void WriteCredentials(Utf8JsonWriter json, string? roleArn)
    {
        if (roleArn is not null)
        {
            json.WriteStartObject("taskCredentials");
            json.WriteString("roleArn", roleArn);
            json.WriteEndObject();
        }
    }
}
