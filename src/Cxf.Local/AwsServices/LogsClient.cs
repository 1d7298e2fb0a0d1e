using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Local.AwsServices;

/// <summary>CloudWatch Logs: the one operation that reading a log takes.</summary>
internal sealed class LogsClient(AwsServiceClient service) : IDisposable
{
    // Of up to 10,000 events.
    private const int MostPages = 50;

    /// <summary>One page of the events of a log group that match a pattern, oldest first.</summary>
    public async Task<LogsPage> FilterLogEventsAsync(LogsQuery query, CancellationToken cancellationToken) =>
        LogsPage.Read(await service.PostAsync("FilterLogEvents", query.ToJson(), cancellationToken));

    /// <summary>
    /// The pages of the events of a log group that match a pattern, oldest first. If there are more than 50, the last one that is
    /// read still has a token.
    /// </summary>
    public async IAsyncEnumerable<LogsPage> PagesAsync(
        LogsQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var number = 0; number < MostPages; number++)
        {
            var page = await FilterLogEventsAsync(query, cancellationToken);
            yield return page;
            if (page.NextToken is null)
            {
                yield break;
            }

            query.NextToken = page.NextToken;
        }
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();
}

/// <summary>What FilterLogEvents is asked.</summary>
internal sealed record LogsQuery
{
    /// <summary>The log group.</summary>
    public required string LogGroup { get; init; }

    /// <summary>The pattern that events match.</summary>
    public required string Pattern { get; init; }

    /// <summary>The first moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The last moment.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Where the previous page ended; null for the first page.</summary>
    public string? NextToken { get; set; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["logGroupName"] = LogGroup,
            ["filterPattern"] = Pattern,
            ["startTime"] = From.ToUnixTimeMilliseconds(),
            ["endTime"] = Until.ToUnixTimeMilliseconds(),
        };
        if (NextToken is not null)
        {
            json["nextToken"] = NextToken;
        }

        return json;
    }
}

/// <summary>What FilterLogEvents answers.</summary>
internal sealed record LogsPage
{
    /// <summary>The events.</summary>
    public IReadOnlyList<string> Messages { get; private init; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? NextToken { get; private init; }

    public static LogsPage Read(JsonElement json) =>
        new()
        {
            Messages = json.TryGetProperty("events", out var events)
                ? [.. events.EnumerateArray().Select(one => one.GetProperty("message").GetString()!)]
                : [],
            NextToken = json.TryGetProperty("nextToken", out var token) ? token.GetString() : null,
        };
}
