using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Local.Tables;

/// <summary>
/// Does the state machines' DynamoDB tasks on tables that listen on this machine, so that machines and functions see the same
/// items. The request is the task's own JSON, as Step Functions sends it.
/// </summary>
internal sealed class TableTasks(Uri address) : IDynamoDbTasks, IDisposable
{
    // Nobody on this machine checks it; who calls can be read from it, as from a function's.
    private const string Credential = "AWS4-HMAC-SHA256 Credential=StateMachine/20000101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private readonly HttpClient _client = new();

    /// <inheritdoc />
    public async ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(parameters.GetRawText()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + char.ToUpper(action[0], CultureInfo.InvariantCulture) + action[1..]);
        request.Headers.Add("X-Amz-Date", "20000101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", Credential);
        try
        {
            using var answer = await _client.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer.IsSuccessStatusCode ? Payload.Parse(text) : throw Refusal(JsonElement.Parse(text));
        }
        catch (HttpRequestException exception)
        {
            throw new TaskServiceException("DynamoDB.SdkClientException", exception.Message);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // "__type" is the error's name, behind the name of its shape's collection where the service gives one.
    private static TaskServiceException Refusal(JsonElement answer)
    {
        var name = answer.GetProperty("__type").GetString()!.Split('#')[^1];
        var message = answer.TryGetProperty("message", out var text) ? text.GetString() : null;

        // Step Functions' client has no class for validation errors, so it names its own base class.
        return new TaskServiceException("DynamoDB." + (name == "ValidationException" ? "AmazonDynamoDBException" : name), message);
    }
}
