using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>
/// Examines the queue of requests to publish that were given up: how many, and why. Of a message only that is read: Lambda's
/// record of the failure has no data of callers.
/// </summary>
internal sealed partial class DeadLetters(DeploymentServices services, FindingList findings)
{
    /// <summary>Examines it.</summary>
    public Task ExamineAsync(CancellationToken cancellationToken) =>
        findings.WhereAnsweringAsync(services.DeadLetterQueue, "sqs:GetQueueUrl", () => ReadAsync(cancellationToken));

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var queue = services.DeadLetterQueue;
        string url;
        try
        {
            url = await services.Sqs.FindUrlAsync(queue, cancellationToken);
        }
        catch (AmazonServiceException exception) when (IsMissing(exception))
        {
            findings.Warning(
                queue,
                "There is no queue of the requests to publish that were given up, so they are lost.",
                "Deploy the stack again, or name the right stage."
            );
            return;
        }

        var count = 0;
        await findings.WhereAnsweringAsync(
            queue,
            "sqs:GetQueueAttributes",
            async () => count = await services.Sqs.CountAsync(url, cancellationToken)
        );
        if (count == 0)
        {
            return;
        }

        IReadOnlyList<string> messages = [];
        await findings.WhereAnsweringAsync(
            queue,
            "sqs:ReceiveMessage",
            async () => messages = await services.Sqs.PeekAsync(url, cancellationToken)
        );
        findings.Warning(
            queue,
            (count == 1 ? "1 request to publish was given up" : $"About {count} requests to publish were given up")
                + $"{KindsOf(messages)}. Callers notice nothing: the drafts and requests are still in the table.",
            $"Publish again: cxf publish FOLDER --stage {services.Stage}. Then remove the messages: "
                + $"aws sqs purge-queue --queue-url {url}"
        );
    }

    // SQS has two names for it: that of its older protocol is in a header.
    private static bool IsMissing(AmazonServiceException exception) =>
        exception.ErrorCode is "QueueDoesNotExist" or "AWS.SimpleQueueService.NonExistentQueue";

    private static string KindsOf(IReadOnlyList<string> messages)
    {
        if (messages.Count == 0)
        {
            return "";
        }

        var read = messages.Select(Read).ToList();
        var kinds = read.GroupBy(message => message.Kind)
            .OrderByDescending(kind => kind.Count())
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Count()} {kind.Key}");
        var first = read.Min(message => message.At) is { } at
            ? string.Create(CultureInfo.InvariantCulture, $", first at {at.UtcDateTime:yyyy-MM-dd HH:mm}Z")
            : "";
        return $" ({string.Join(", ", kinds)}{first})";
    }

    // Lambda developer guide, "Retain discarded records": requestContext.condition, responseContext.functionError, timestamp.
    private static (string Kind, DateTimeOffset? At) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var condition = Word(root, "requestContext", "condition");
            var error = Word(root, "responseContext", "functionError");
            var at =
                root.TryGetProperty("timestamp", out var time) && time.TryGetDateTimeOffset(out var parsed)
                    ? parsed
                    : (DateTimeOffset?)null;
            return condition is null ? (Unknown, null) : (error is null ? condition : $"{condition} after {error}", at);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (Unknown, null);
        }
    }

    private const string Unknown = "of another kind";

    // Only words are printed, whatever somebody put into the queue.
    private static string? Word(JsonElement json, string parent, string name) =>
        json.TryGetProperty(parent, out var context)
        && context.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && OneWord().IsMatch(value.GetString()!)
            ? value.GetString()
            : null;

    [GeneratedRegex("^[A-Za-z]{1,40}$", RegexOptions.None, 1000)]
    private static partial Regex OneWord();
}
