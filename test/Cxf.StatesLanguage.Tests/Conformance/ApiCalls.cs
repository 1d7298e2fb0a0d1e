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
                if (
                    member.Name is "definition" or "context" or "variables" or "input"
                    && member.Value.ValueKind != JsonValueKind.Null
                )
                {
                    json.WriteString(
                        member.Name,
                        (member.Name == "definition" ? definitionText : null)
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

    /// <summary>
    /// Compares an error with a recorded one: AWS's answer, the exception of AWS's client for Python, or that exception's text. A
    /// request that the client refused itself has no answer of AWS; the local service must refuse it too.
    /// </summary>
    public static string? Difference(JsonElement expected, string code, string message, Snapshot snapshot)
    {
        if (IsClientSide(expected))
        {
            return null;
        }

        if (expected.ValueKind == JsonValueKind.String)
        {
            return Ends(expected.GetString()!);
        }

        if (expected.TryGetProperty("Error", out var error))
        {
            // The scripts about labels were recorded on LocalStack: the code is AWS's, the message is not.
            return code == error.GetProperty("Code").GetString()
                && error.GetProperty("Message").GetString()!.StartsWith("Error=", StringComparison.Ordinal)
                    ? null
                : code == error.GetProperty("Code").GetString()
                    ? snapshot.Text(error.GetProperty("Message").GetString()!, message, "message")
                : $"expected {error}, was {code}: {message}";
        }

        if (expected.GetProperty("exception_typename").GetString() is var name && name != code)
        {
            return $"expected {name}, was {code}: {message}";
        }

        return expected.TryGetProperty("exception_value", out var value) ? Ends(value.GetString()!) : null;

        string? Ends(string text) =>
            text.EndsWith(message, StringComparison.Ordinal) ? null : $"expected {text}, was {code}: {message}";
    }

    /// <summary>Whether AWS's client for Python refused the request without sending it.</summary>
    public static bool IsClientSide(JsonElement expected) =>
        expected.GetRawText().Contains("Parameter validation failed", StringComparison.Ordinal);

    public static string OperationName(string snakeCase) =>
        string.Concat(snakeCase.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
