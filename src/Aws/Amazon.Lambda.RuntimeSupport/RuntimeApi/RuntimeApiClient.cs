using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Context;
using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>The calls of the Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient : IDisposable
{
    /// <summary>The largest answer that Lambda takes (Lambda quotas: invocation payload 6 MB, exactly 6,291,556 bytes).</summary>
    public const int LargestResponse = 6_291_556;

    private const string Version = "/2018-06-01/runtime/";

    private const string Delivery = "the delivery of an answer";

    private const int LongestHead = 1024;

    private readonly RuntimeApiEndpoint _endpoint;
    private readonly RuntimeApiConnection _connection;
    private readonly string _root;
    private readonly byte[] _next;

    /// <param name="endpoint">The value of AWS_LAMBDA_RUNTIME_API.</param>
    public RuntimeApiClient(string endpoint)
    {
        _endpoint = RuntimeApiEndpoint.Parse(endpoint);
        _connection = new RuntimeApiConnection(_endpoint);
        _root = _endpoint.Path + Version;
        _next = Encoding.ASCII.GetBytes(
            $"GET {_root}invocation/next HTTP/1.1\r\nHost: {_endpoint.Authority}\r\nUser-Agent: cxf-lambda-dotnet/1\r\n\r\n"
        );
    }

    /// <summary>Waits for an event, however long it takes.</summary>
    public InvocationRequest Next(ILambdaSerializer? serializer, ILambdaLogger log)
    {
        var answer = Exchange(_next, [], "the next event");
        if (answer.Status != 200)
        {
            throw Refused("the next event", answer);
        }

        return new InvocationRequest(answer.BodyStream(), new LambdaContext(answer, serializer, log));
    }

    /// <summary>Waits until Lambda has restored the process from its snapshot.</summary>
    public void RestoreNext()
    {
        var answer = Exchange(
            Encoding.ASCII.GetBytes($"GET {_root}restore/next HTTP/1.1\r\nHost: {_endpoint.Authority}\r\n\r\n"),
            [],
            "the restore"
        );
        if (answer.Status != 200)
        {
            throw Refused("the restore", answer);
        }
    }

    /// <summary>
    /// Answers an invocation. An answer that is too large is an error to the caller, not the end of the process.
    /// </summary>
    public void SendResponse(string requestId, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > LargestResponse)
        {
            SendError(requestId, ErrorDocument.TooLarge(payload.Length));
            return;
        }

        Span<byte> head = stackalloc byte[LongestHead];
        var fits = Utf8.TryWrite(
            head,
            $"POST {_root}invocation/{requestId}/response HTTP/1.1\r\nHost: {_endpoint.Authority}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {payload.Length}\r\n\r\n",
            out var length
        );
        // Request ids are 36 characters; a head that does not fit is a broken server's.
        var answer = Exchange(
            fits ? head[..length] : throw new InvalidDataException("The invocation's request id is too long."),
            payload,
            Delivery
        );
        if (answer.Status == 413)
        {
            SendError(requestId, ErrorDocument.TooLarge(payload.Length));
        }
        else
        {
            CheckAccepted(answer);
        }
    }

    /// <summary>Answers an invocation with an error.</summary>
    public void SendError(string requestId, ErrorDocument error) => CheckAccepted(Post($"invocation/{requestId}/error", error));

    /// <summary>Says that the function cannot start.</summary>
    public void SendInitError(ErrorDocument error) => CheckAccepted(Post("init/error", error));

    /// <summary>Says that the function cannot go on from its snapshot.</summary>
    public void SendRestoreError(ErrorDocument error) => CheckAccepted(Post("restore/error", error));

    /// <summary>Ends a waiting call from another thread.</summary>
    public void Close() => _connection.Close();

    public void Dispose() => _connection.Dispose();

    private static RuntimeApiClientException Refused(string what, RuntimeApiAnswer answer)
    {
        var body = Encoding.UTF8.GetString(answer.Body);
        return new RuntimeApiClientException(
            $"The Runtime API answered {answer.Status} when asked for {what}.",
            answer.Status,
            body,
            null,
            null
        );
    }

    // 400 and 403 mean that the invocation has been answered or given up; the next event is not affected. 500 means that the
    // environment is broken and the process should end (Runtime API reference).
    private static void CheckAccepted(RuntimeApiAnswer answer)
    {
        if (answer.Status >= 500)
        {
            throw Refused(Delivery, answer);
        }

        if (answer.Status >= 400)
        {
            StandardOutput.WriteLine(
                $"The Runtime API refused an answer with {answer.Status}: {Encoding.UTF8.GetString(answer.Body)}"
            );
        }
    }

    private RuntimeApiAnswer Post(string path, ErrorDocument error) =>
        Exchange(
            Encoding.ASCII.GetBytes(
                $"POST {_root}{path} HTTP/1.1\r\nHost: {_endpoint.Authority}\r\n"
                    + $"Content-Type: application/vnd.aws.lambda.error+json\r\nContent-Length: {error.Json.Length}\r\n"
                    + $"{error.Headers}\r\n"
            ),
            error.Json.Span,
            Delivery
        );

    private RuntimeApiAnswer Exchange(scoped ReadOnlySpan<byte> head, scoped ReadOnlySpan<byte> body, string what)
    {
        try
        {
            return _connection.Exchange(head, body);
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException or InvalidDataException)
        {
            throw new RuntimeApiClientException(
                $"The Runtime API at {_endpoint.Authority} did not answer the request for {what}: {e.Message}",
                0,
                null,
                null,
                e
            );
        }
    }
}
