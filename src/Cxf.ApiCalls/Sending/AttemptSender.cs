using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>Sends one request, reads its answer and logs both. Whatever the world does to it is a result.</summary>
internal sealed class AttemptSender(OutboundHandlers handlers, IAttemptLog? log, TimeProvider timeProvider)
{
    /// <summary>A year: longer than any step waits, and short enough to be a TimeSpan.</summary>
    private const double MaxRetryAfterSeconds = 365 * 24 * 3600;

    /// <param name="attempt">The request.</param>
    /// <param name="number">Which request of the call it is, from 1.</param>
    /// <param name="clock">The call's time.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptResult> SendAsync(Attempt attempt, int number, CallDeadline clock)
    {
        var progress = new AttemptProgress(timeProvider);
        using var message = CreateMessage(attempt);
        AttemptResult result;
        try
        {
            clock.AwaitFirstByte(attempt.Connection.Timeouts.FirstByte);
            var certificate = attempt.IsOwnOrigin ? attempt.Credentials.Certificate : null;
            var handler = handlers.For(attempt.Connection.Timeouts.Connect, certificate, attempt.Connection.LocalServices);
            using var response = await handler.SendAsync(message, clock.Token);
            clock.EndFirstByteLimit();
            progress.HeadersArrived(response, attempt.Credentials.Mask);
            result = await ReadAsync(response, attempt, clock, progress);
        }
        catch (OperationCanceledException cancellation)
        {
            result = AttemptResult.Of(clock.Explain(cancellation), progress.Status);
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception))
        {
            result = AttemptResult.Of(TransportFailures.Classify(exception, progress.Status is not null), progress.Status);
        }

        clock.EndFirstByteLimit();
        log?.Write(progress.Describe(attempt, number, message, result));
        return result;
    }

    private AttemptMessage CreateMessage(Attempt attempt)
    {
        var request = attempt.Request;
        var credentials = attempt.Credentials;
        var url =
            !attempt.IsOwnOrigin ? attempt.Url
            : credentials.SigningKey is { } signing ? AwsSignature.Target(attempt.Url, signing.Scope)
            : WithParameter(attempt.Url, credentials.QueryParameter);
        var message = new AttemptMessage(request.Method, url);
        foreach (var (name, value) in request.Headers)
        {
            if (
                attempt.IsOwnOrigin
                || name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
                || name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)
            )
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (request.Content is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body.Bytes);
            foreach (var (name, value) in body.Headers)
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
        else if (!HttpMethods.IsIdempotent(request.Method.Method))
        {
            // SocketsHttpHandler repeats a request without content, whatever its method, if a reused connection is lost before
            // the answer. It does not repeat a request once it has begun to send content, even empty content.
            message.Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty);
        }

        if (attempt.IsOwnOrigin && credentials.Header is { } header)
        {
            message.Headers.Remove(header.Key);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (attempt.IsOwnOrigin && credentials.SigningKey is { } key)
        {
            AwsSignature.Sign(
                message,
                request.Content is { } signed ? signed.Bytes.Span : default,
                key,
                timeProvider.GetUtcNow()
            );
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptResult> ReadAsync(
        HttpResponseMessage response,
        Attempt attempt,
        CallDeadline clock,
        AttemptProgress progress
    )
    {
        var mask = attempt.Credentials.Mask;
        var status = (int)response.StatusCode;
        if (StatusClassifier.Classify(status) is { } failure)
        {
            var isThrottled =
                status == 400 && attempt.Credentials.SigningKey is not null && await IsThrottledAsync(response, clock, progress);
            return AttemptResult.Of(isThrottled ? FailureReason.TooManyRequests : failure, status) with
            {
                RetryAfter = RetryAfter(response.Headers),
                Location = response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : null,
            };
        }

        if (response.RequestMessage!.Method == HttpMethod.Head)
        {
            return AttemptResult.Of(new RawAnswer(status, AnswerHeaders.Read(response, mask), AnswerBodyReader.Nothing, 0));
        }

        var body = await ReadBodyAsync(response.Content, attempt.Request.IgnoresBody, clock, progress);
        return body.Succeeded
            ? AttemptResult.Of(
                new RawAnswer(status, AnswerHeaders.Read(response, mask), mask.Apply(body.Value.Json), body.Value.Length)
            )
            : AttemptResult.Of(body.Failure, status);
    }

    private static async ValueTask<bool> IsThrottledAsync(
        HttpResponseMessage response,
        CallDeadline clock,
        AttemptProgress progress
    )
    {
        var type = response.Headers.NonValidated.TryGetValues(AwsErrors.Header, out var values) ? values.ToString() : null;
        var body = await ReadBodyAsync(response.Content, isIgnored: true, clock, progress);
        return AwsErrors.IsThrottling(type, body.Succeeded ? body.Value.Json : null);
    }

    // A body that nothing reads must not turn a successful status into a failure.
    private static async ValueTask<Result<(JsonElement Json, int Length)>> ReadBodyAsync(
        HttpContent content,
        bool isIgnored,
        CallDeadline clock,
        AttemptProgress progress
    )
    {
        Result<(JsonElement Json, int Length)> body;
        try
        {
            body = await ReadBodyAsync(content, clock, progress);
        }
        catch (Exception exception) when (isIgnored && TransportFailures.IsTransport(exception))
        {
            return (AnswerBodyReader.Nothing, 0);
        }

        return isIgnored && !body.Succeeded ? (AnswerBodyReader.Nothing, 0) : body;
    }

    private static async ValueTask<Result<(JsonElement Json, int Length)>> ReadBodyAsync(
        HttpContent content,
        CallDeadline clock,
        AttemptProgress progress
    )
    {
        var bytes = await AnswerBytes.ReadAsync(content, clock.Token);
        if (!bytes.Succeeded)
        {
            return bytes.Failure;
        }

        using (bytes.Value)
        {
            progress.BodyRead(bytes.Value.Length);
            var body = AnswerBodyReader.Read(bytes.Value.Span, ContentTypes.Of(content.Headers));
            return body.Succeeded ? (body.Value, bytes.Value.Length) : body.Failure;
        }
    }

    /// <summary>
    /// Both forms of Retry-After (RFC 9110 section 10.2.3) as a time from now. Some platforms write fractions of seconds, which
    /// are rounded up.
    /// </summary>
    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (
            headers.NonValidated.TryGetValues("Retry-After", out var values)
            && double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds)
        )
        {
            return TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), MaxRetryAfterSeconds));
        }

        var wait = headers.RetryAfter?.Date - timeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
