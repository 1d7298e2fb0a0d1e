using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.FlowTests;

/// <summary>The path of a request to CallApi as it is sent: the values of its <c>{name}</c> parts are in their places.</summary>
public static class FilledPath
{
    /// <summary>The path; empty if the request has none.</summary>
    public static string Of(JsonElement request)
    {
        var path = request.Member("path") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        return request.Member("pathValues") is { ValueKind: JsonValueKind.Object } values
            ? values
                .EnumerateObject()
                .Aggregate(
                    path,
                    (filled, value) =>
                        filled.Replace(
                            "{" + value.Name + "}",
                            Uri.EscapeDataString(value.Value.ToString()),
                            StringComparison.Ordinal
                        )
                )
            : path;
    }

    /// <summary>A request with its path as it is sent.</summary>
    internal static JsonElement In(JsonElement request)
    {
        if (request.Member("pathValues") is not { ValueKind: JsonValueKind.Object } values || !values.EnumerateObject().Any())
        {
            return request;
        }

        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            foreach (var member in request.EnumerateObject().Where(member => member.Name != "pathValues"))
            {
                if (member.Name == "path")
                {
                    json.WriteString("path", Of(request));
                }
                else
                {
                    member.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(written.ToArray());
    }
}
