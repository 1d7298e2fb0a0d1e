using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.Local.AwsServices;

/// <summary>Simple Queue Service: how many messages a queue has, and a look at some of them, which stay in it.</summary>
internal sealed class SqsClient(AwsServiceClient service) : IDisposable
{
    private const int MessagesAtOnce = 10;

    private const string Waiting = "ApproximateNumberOfMessages";
    private const string InFlight = "ApproximateNumberOfMessagesNotVisible";

    /// <summary>The address of a queue.</summary>
    public async Task<string> FindUrlAsync(string queue, CancellationToken cancellationToken) =>
        (await service.PostAsync("GetQueueUrl", new JsonObject { ["QueueName"] = queue }, cancellationToken))
            .GetProperty("QueueUrl")
            .GetString()!;

    /// <summary>About how many messages a queue has.</summary>
    public async Task<int> CountAsync(string queueUrl, CancellationToken cancellationToken)
    {
        var answer = await service.PostAsync(
            "GetQueueAttributes",
            new JsonObject { ["QueueUrl"] = queueUrl, ["AttributeNames"] = new JsonArray(Waiting, InFlight) },
            cancellationToken
        );
        var attributes = answer.GetProperty("Attributes");
        return Number(Waiting) + Number(InFlight);

        int Number(string name) =>
            attributes.TryGetProperty(name, out var text) ? int.Parse(text.GetString()!, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The bodies of up to ten messages. They are not hidden from anybody else, and stay in the queue.</summary>
    public async Task<IReadOnlyList<string>> PeekAsync(string queueUrl, CancellationToken cancellationToken)
    {
        var answer = await service.PostAsync(
            "ReceiveMessage",
            new JsonObject
            {
                ["QueueUrl"] = queueUrl,
                ["MaxNumberOfMessages"] = MessagesAtOnce,
                ["VisibilityTimeout"] = 0,
            },
            cancellationToken
        );
        return answer.TryGetProperty("Messages", out var messages)
            ? [.. messages.EnumerateArray().Select(one => one.GetProperty("Body").GetString()!)]
            : [];
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();
}
