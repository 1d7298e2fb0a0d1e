using System.Net.Http.Headers;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>Sends one request, reads its answer and logs both. Whatever the world does to it is a result.</summary>
internal sealed class AttemptSender(OutboundHandlers handlers, IAttemptLog? log, TimeProvider timeProvider)
{
    public async ValueTask<AttemptResult> SendAsync(Attempt attempt, CallClock clock)
    {
        var progress = new AttemptProgress(timeProvider);
        using var message = CreateMessage(attempt);
        var result = await SendAsync(attempt, message, clock, progress);
        log?.Write(progress.Describe(attempt, message, result));
        return result;
    }

    private async ValueTask<AttemptResult> SendAsync(Attempt attempt, AttemptMessage message, CallClock clock, AttemptProgress progress)
    {
        try
        {
            clock.AwaitFirstByte(attempt.Connection.Timeouts.FirstByte);
            var certificate = attempt.IsOwnOrigin ? attempt.Credentials.Certificate : null;
            using var response = await handlers.For(attempt.Connection.Timeouts.Connect, certificate).SendAsync(message, clock.Token);
            clock.FirstByteArrived();
            progress.HeadersArrived(response);
            return await ReadAsync(response, attempt.Credentials.Mask, clock, progress);
        }
        catch (OperationCanceledException cancellation)
        {
            return AttemptResult.Of(clock.Explain(cancellation), progress.Status);
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception))
        {
            return AttemptResult.Of(TransportFailures.Classify(exception, progress.Status is not null), progress.Status);
        }
    }

    private AttemptMessage CreateMessage(Attempt attempt)
    {
        var request = attempt.Request;
        var credentials = attempt.Credentials;
        var message = new AttemptMessage(request.Method, attempt.IsOwnOrigin ? WithParameter(attempt.Url, credentials.QueryParameter) : attempt.Url);
        foreach (var (name, value) in request.Headers)
        {
            if (attempt.IsOwnOrigin || name.Equals("Accept", StringComparison.OrdinalIgnoreCase) || name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase))
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (request.Content is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body.Bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        }

        if (attempt.IsOwnOrigin && credentials.Header is { } header)
        {
            message.Headers.Remove(header.Key);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (attempt.IsOwnOrigin && credentials.SigningKey is { } key)
        {
            AwsSignature.Sign(message, request.Content is { } signed ? signed.Bytes.Span : default, key, timeProvider.GetUtcNow());
        }

        return message;
    }

    private static Uri WithParameter(Uri url, KeyValuePair<string, string>? parameter)
    {
        if (parameter is not { } pair)
        {
            return url;
        }

        var text = $"{url.OriginalString}{(url.Query.Length > 0 ? '&' : '?')}{Requests.FormText.Write([pair])}";
        return new Uri(text, Requests.TargetUrl.AsWritten);
    }

    private async ValueTask<AttemptResult> ReadAsync(HttpResponseMessage response, EchoMask mask, CallClock clock, AttemptProgress progress)
    {
        var status = (int)response.StatusCode;
        if (StatusClassifier.Classify(status) is { } failure)
        {
            return AttemptResult.Of(failure, status) with
            {
                RetryAfter = RetryAfter(response.Headers.RetryAfter),
                Location = response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : null,
            };
        }

        var bytes = await AnswerBytes.ReadAsync(response.Content, clock.Token);
        if (!bytes.Succeeded)
        {
            return AttemptResult.Of(bytes.Failure, status);
        }

        using (bytes.Value)
        {
            progress.BodyRead(bytes.Value.Length);
            var body = AnswerBodyReader.Read(bytes.Value.Span, response.Content.Headers.ContentType);
            return body.Succeeded
                ? AttemptResult.Of(new RawAnswer(status, AnswerHeaders.Read(response, mask), mask.Apply(body.Value), bytes.Value.Length))
                : AttemptResult.Of(body.Failure, status);
        }
    }

    /// <summary>Both forms of Retry-After (RFC 9110 section 10.2.3) as a time from now.</summary>
    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - timeProvider.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
