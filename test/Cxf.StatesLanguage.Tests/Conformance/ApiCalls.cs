using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Protocol;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Calls operations by name with JSON, as a client does.</summary>
internal static class ApiCalls
{
    public static async Task<(JsonElement? Answer, string? Code, string? Message)> CallAsync(
        StepFunctionsProtocol protocol,
        string operation,
        JsonElement parameters
    )
    {
        var answer = await protocol.InvokeAsync(operation, Encoding.UTF8.GetBytes(parameters.GetRawText()));
        var body = JsonElement.Parse(answer.Body.Span);
        return answer.ErrorCode is null ? (body, null, null) : (null, answer.ErrorCode, body.GetProperty("message").GetString());
    }

    /// <summary>The parameters as a client sends them: the definition as text, and a role if the recording omits it.</summary>
    public static JsonElement Parameters(JsonElement given, string? definitionText, bool needsRole)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in given.EnumerateObject())
            {
                if (member.Name == "definition" && member.Value.ValueKind != JsonValueKind.Null)
                {
                    json.WriteString(
                        "definition",
                        definitionText
                            ?? (
                                member.Value.ValueKind == JsonValueKind.String
                                    ? member.Value.GetString()
                                    : member.Value.GetRawText()
                            )
                    );
                }
                else if (member.Value.ValueKind != JsonValueKind.Null)
                {
                    member.WriteTo(json);
                }
            }

            if (needsRole && !given.TryGetProperty("roleArn", out _))
            {
                json.WriteString("roleArn", "arn:aws:iam::111111111111:role/snf_role_arn");
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.ToArray());
    }

    public static string OperationName(string snakeCase) =>
        string.Concat(snakeCase.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
