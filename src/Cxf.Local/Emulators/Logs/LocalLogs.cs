using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Service;

namespace Cxf.Local.Emulators.Logs;

/// <summary>
/// CloudWatch Logs with what state machines log: FilterLogEvents and DescribeLogGroups. Events are there at once; on AWS they
/// take some seconds.
/// </summary>
/// <param name="service">The service of the state machines.</param>
internal sealed class LocalLogs(StepFunctionsService service)
{
    /// <summary>The beginning of the header X-Amz-Target.</summary>
    public const string Target = "Logs_20140328.";

    // FilterLogEvents: at most 10,000 events on a page.
    private const int MostEvents = 10_000;

    /// <summary>Answers a request.</summary>
    /// <exception cref="ServiceException">The request is refused.</exception>
    public JsonObject CarryOut(string operation, JsonElement request) =>
        operation switch
        {
            "FilterLogEvents" => FilterLogEvents(request),
            "DescribeLogGroups" => DescribeLogGroups(request),
            _ => throw new ServiceException("UnknownOperationException", $"The logs here have no operation {operation}."),
        };

    private JsonObject FilterLogEvents(JsonElement request)
    {
        var group = Text(request, "logGroupName") ?? throw Invalid("logGroupName must be given.");
        if (!service.LogGroups().Contains(group))
        {
            throw new ServiceException("ResourceNotFoundException", "The specified log group does not exist.");
        }

        var holds = FilterPattern.Parse(Text(request, "filterPattern"));
        var prefix = Text(request, "logStreamNamePrefix") ?? "";
        var skipped = Text(request, "nextToken") is { } token
            ? int.TryParse(token, out var given) && given >= 0
                ? given
                : throw Invalid("The specified nextToken is invalid.")
            : 0;
        var most = (int)Math.Clamp(Number(request, "limit") ?? MostEvents, 1, MostEvents);

        // endTime belongs to the range.
        var found = service
            .LoggedEvents(group, Time(Number(request, "startTime")) ?? DateTimeOffset.MinValue, Until(Number(request, "endTime")))
            .Where(logged => logged.Stream.StartsWith(prefix, StringComparison.Ordinal) && holds(logged.Message))
            .Skip(skipped)
            .Take(most + 1)
            .ToList();
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([
                .. found
                    .Take(most)
                    .Select(
                        (logged, index) =>
                            new JsonObject
                            {
                                ["logStreamName"] = logged.Stream,
                                ["timestamp"] = logged.Timestamp.ToUnixTimeMilliseconds(),
                                ["ingestionTime"] = logged.Timestamp.ToUnixTimeMilliseconds(),
                                ["message"] = logged.Message,
                                ["eventId"] = $"{logged.Timestamp.ToUnixTimeMilliseconds()}{skipped + index:D9}",
                            }
                    ),
            ]),
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (found.Count > most)
        {
            answer["nextToken"] = $"{skipped + most}";
        }

        return answer;
    }

    private JsonObject DescribeLogGroups(JsonElement request)
    {
        var prefix = Text(request, "logGroupNamePrefix") ?? "";
        return new JsonObject
        {
            ["logGroups"] = new JsonArray([
                .. service
                    .LogGroups()
                    .Where(group => group.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(group => new JsonObject
                    {
                        ["logGroupName"] = group,
                        ["arn"] = $"arn:aws:logs:{LocalAccount.Region}:{LocalAccount.Id}:log-group:{group}:*",
                    }),
            ]),
        };
    }

    private static DateTimeOffset Until(long? milliseconds) =>
        Time(milliseconds) is { } last ? last.AddMilliseconds(1) : DateTimeOffset.MaxValue;

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : null;

    private static ServiceException Invalid(string problem) => new("InvalidParameterException", problem);
}
