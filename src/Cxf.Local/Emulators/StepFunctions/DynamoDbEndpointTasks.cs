using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Local.Emulators.StepFunctions;

/// <summary>
/// Does the <c>dynamodb:</c> tasks through DynamoDB's API on this machine: the tables of <c>cxf start</c>, DynamoDB Local,
/// dynalite. What a state sends is DynamoDB's own JSON and goes out as it is.
/// </summary>
/// <param name="service">Where the API listens.</param>
internal sealed class DynamoDbEndpointTasks(Uri service) : IDynamoDbTasks, IDisposable
{
    // Local services require a signature but do not check it. Its access key identifies the caller, as for functions.
    private const string Authorization =
        $"AWS4-HMAC-SHA256 Credential=StateMachineRole/19700101/{LocalAccount.Region}/dynamodb/aws4_request, "
        + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=local";

    private const string Date = "19700101T000000Z";

    private readonly HttpClient _client = LoopbackClient.Create(service);

    /// <inheritdoc />
    public async ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(parameters.GetRawText())
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") },
            },
        };
        request.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{char.ToUpperInvariant(action[0])}{action[1..]}");
        request.Headers.Add("X-Amz-Date", Date);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Payload.Parse(answer) : throw Refusal(response, answer);
        }
        catch (Exception problem) when (problem is HttpRequestException or SocketException or JsonException)
        {
            throw DynamoDbErrors.Unreachable(problem.Message);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static TaskServiceException Refusal(HttpResponseMessage response, byte[] answer)
    {
        var error = JsonElement.Parse(answer);

        // com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException
        var code = Text(error, "__type")?.Split('#')[^1] ?? "InternalServerError";
        return DynamoDbErrors.Refused(
            code,
            Text(error, "message") ?? Text(error, "Message") ?? code,
            (int)response.StatusCode,
            response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.First() : null
        );
    }

    private static string? Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) ? value.ToString() : null;
}
