using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Emulators.StepFunctions;

/// <summary>
/// Calls the functions of Task states through Lambda's Invoke API: <c>cxf start</c>, <c>sam local start-lambda</c> or any other
/// that listens on this machine. Requests are not signed, for such services do not check signatures.
/// </summary>
/// <param name="service">Where the API listens.</param>
internal sealed class LambdaEndpointInvoker(Uri service) : ILambdaInvoker, IDisposable
{
    private const string Latest = "$LATEST";

    private readonly HttpClient _client = LoopbackClient.Create(service);

    /// <inheritdoc />
    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"2015-03-31/functions/{Uri.EscapeDataString(functionArn)}/invocations"
        )
        {
            Content = new ReadOnlyMemoryContent(payload)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("X-Amz-Invocation-Type", "RequestResponse");
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new LambdaResult(
                    answer,
                    Header(response, "X-Amz-Function-Error") is not null,
                    Header(response, "X-Amz-Executed-Version") ?? Latest
                )
                : throw Refusal(response, answer);
        }
        catch (Exception problem) when (problem is HttpRequestException or SocketException)
        {
            throw LambdaErrors.Unreachable(problem.Message);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static TaskServiceException Refusal(HttpResponseMessage response, byte[] body)
    {
        // The header may contain the URL of a documentation page after a colon.
        var code =
            Header(response, "x-amzn-ErrorType")?.Split(':')[0]
            ?? response.StatusCode switch
            {
                HttpStatusCode.NotFound => "ResourceNotFoundException",
                HttpStatusCode.TooManyRequests => "TooManyRequestsException",
                >= HttpStatusCode.InternalServerError => "ServiceException",
                _ => "AWSLambdaException",
            };
        return LambdaErrors.Refused(
            code,
            Message(body) ?? response.ReasonPhrase ?? code,
            (int)response.StatusCode,
            Header(response, "x-amzn-RequestId")
        );
    }

    private static string? Message(byte[] body)
    {
        try
        {
            var document = JsonElement.Parse(body);
            return
                document.ValueKind == JsonValueKind.Object
                && (document.TryGetProperty("Message", out var message) || document.TryGetProperty("message", out message))
                ? message.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
