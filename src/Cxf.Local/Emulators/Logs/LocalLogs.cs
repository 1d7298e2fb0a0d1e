using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Service;

namespace Cxf.Local.Emulators.Logs;

/// <summary>
/// CloudWatch Logs with what state machines and functions log: FilterLogEvents and DescribeLogGroups. Events are there at once;
/// on AWS they take some seconds.
/// </summary>
/// <param name="service">The service of the state machines.</param>
/// <param name="functions">The logs of the functions.</param>
internal sealed class LocalLogs(StepFunctionsService service, FunctionLogs functions)
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
        if (!Groups().Contains(group))
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
        var (from, until) = (Time(Number(request, "startTime")) ?? DateTimeOffset.MinValue, Until(Number(request, "endTime")));
        var logged = functions.Groups.Contains(group)
            ? functions.Lines(group, from, until)
            : service.LoggedEvents(group, from, until);
        var found = logged
            .Where(one => one.Stream.StartsWith(prefix, StringComparison.Ordinal) && holds(one.Message))
            .Skip(skipped)
            .Take(most + 1)
            .ToList();
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([
                .. found
                    .Take(most)
                    .Select(
                        (one, index) =>
                            new JsonObject
                            {
                                ["logStreamName"] = one.Stream,
                                ["timestamp"] = one.Timestamp.ToUnixTimeMilliseconds(),
                                ["ingestionTime"] = one.Timestamp.ToUnixTimeMilliseconds(),
                                ["message"] = one.Message,
                                ["eventId"] = $"{one.Timestamp.ToUnixTimeMilliseconds()}{skipped + index:D9}",
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
                .. Groups()
                    .Where(group => group.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(group => new JsonObject
                    {
                        ["logGroupName"] = group,
                        ["arn"] = $"arn:aws:logs:{LocalAccount.Region}:{LocalAccount.Id}:log-group:{group}:*",
                    }),
            ]),
        };
    }

    private IEnumerable<string> Groups() => service.LogGroups().Concat(functions.Groups).Distinct();

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
