using System.Net;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Sending;

/// <summary>Sends one request and reads its answer. Whatever the world does to it is a result.</summary>
internal sealed class AttemptSender(OutboundHandlers handlers)
{
    public async ValueTask<AttemptResult> SendAsync(ApiConnection connection, PreparedRequest request, CallClock clock)
    {
        var headersArrived = false;
        using var message = CreateMessage(request);
        try
        {
            clock.AwaitFirstByte(connection.Timeouts.FirstByte);
            using var response = await handlers.For(connection.Timeouts.Connect).SendAsync(message, clock.Token);
            clock.FirstByteArrived();
            headersArrived = true;
            return await ReadAsync(response, clock);
        }
        catch (OperationCanceledException cancellation)
        {
            return AttemptResult.Of(clock.Explain(cancellation));
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception))
        {
            return AttemptResult.Of(TransportFailures.Classify(exception, headersArrived));
        }
    }

    private static HttpRequestMessage CreateMessage(PreparedRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Content is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        }

        return message;
    }

    private static async ValueTask<AttemptResult> ReadAsync(HttpResponseMessage response, CallClock clock)
    {
        var status = (int)response.StatusCode;
        if (StatusClassifier.Classify(status) is { } failure)
        {
            return AttemptResult.Of(failure, status);
        }

        var bytes = await AnswerBytes.ReadAsync(response.Content, clock.Token);
        if (!bytes.Succeeded)
        {
            return AttemptResult.Of(bytes.Failure, status);
        }

        using (bytes.Value)
        {
            var body = AnswerBodyReader.Read(bytes.Value.Span, response.Content.Headers.ContentType);
            return body.Succeeded
                ? AttemptResult.Of(new RawAnswer(status, AnswerHeaders.Read(response), body.Value))
                : AttemptResult.Of(body.Failure, status);
        }
    }
}
