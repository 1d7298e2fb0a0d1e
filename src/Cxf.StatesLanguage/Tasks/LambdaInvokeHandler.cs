using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>The integration <c>lambda:invoke</c>: Lambda's Invoke operation, whose whole answer is the result.</summary>
internal sealed class LambdaInvokeHandler(ILambdaInvoker invoker) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var parameters = call.Parameters.Tree;
        var function = Function(call, parameters);
        var payload = Event(parameters);
        var result = await invoker.InvokeAsync(function, payload.Utf8, cancellationToken);
        var answer = LambdaAnswer.Read(result);
        return result.FunctionError
            ? throw LambdaAnswer.Failure(answer, Payload.Compact(answer.Tree).ToString())
            : Envelope(call, result, LogResult(call, parameters));
    }

    private static string Function(TaskCall call, JsonElement parameters)
    {
        if (
            parameters.ValueKind != JsonValueKind.Object
            || !parameters.TryGetProperty("FunctionName", out var name)
            || name.ValueKind != JsonValueKind.String
        )
        {
            throw call.State.RuntimeError("The field 'FunctionName' is required but was missing");
        }

        return parameters.TryGetProperty("Qualifier", out var qualifier) && qualifier.ValueKind == JsonValueKind.String
            ? $"{name.GetString()}:{qualifier.GetString()}"
            : name.GetString()!;
    }

    /// <summary>
    /// The event: a missing or null Payload is an empty object, and a string is the text of the event (recorded).
    /// </summary>
    private static Payload Event(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("Payload", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return Payload.EmptyObject;
        }

        if (given.ValueKind != JsonValueKind.String)
        {
            return Payload.Of(given);
        }

        try
        {
            return Payload.Parse(given.GetString()!);
        }
        catch (JsonException problem)
        {
            throw LambdaErrors.Refused(
                "InvalidRequestContentException",
                $"Could not parse request body into json: {problem.Message}",
                status: 400
            );
        }
    }

    /// <summary>The end of the function's log in Base64, as Lambda sends it; here it is only the first line.</summary>
    private static string? LogResult(TaskCall call, JsonElement parameters) =>
        parameters.TryGetProperty("LogType", out var type) && type.ValueEquals("Tail")
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"START RequestId: {call.RequestId}\n"))
            : null;

    private static Payload Envelope(TaskCall call, LambdaResult result, string? logResult)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("ExecutedVersion", result.ExecutedVersion);
        if (logResult is not null)
        {
            json.WriteString("LogResult", logResult);
        }

        json.WritePropertyName("Payload");
        json.WriteRawValue(result.Payload.Span, skipInputValidation: true);
        List<KeyValuePair<string, string>> headers =
        [
            new("X-Amz-Executed-Version", result.ExecutedVersion),
            new("x-amzn-Remapped-Content-Length", "0"),
            new(
                "X-Amzn-Trace-Id",
                $"Root=1-{call.RequestId[..8]}-{call.RequestId.Replace("-", "", StringComparison.Ordinal)[8..]};Sampled=0"
            ),
        ];
        if (logResult is not null)
        {
            headers.Add(new("X-Amz-Log-Result", logResult));
        }

        headers.Add(new("Connection", "keep-alive"));
        SdkMetadata.Write(json, call, "application/json", result.Payload.Length, headers);
        json.WriteNumber("StatusCode", 200);
        json.WriteEndObject();
        return writer.ToPayload();
    }
}
