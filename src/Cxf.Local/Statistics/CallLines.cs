using Amazon.Runtime;
using Cxf.Local.CloudWatchLogs;
using Cxf.Local.Deployment;

namespace Cxf.Local.Statistics;

/// <summary>The lines with metrics in the functions' log groups.</summary>
internal static class CallLines
{
    // Of up to 10,000 lines.
    private const int MostPages = 50;

    /// <summary>The calls of a function; what was not read is noted.</summary>
    public static async Task<IReadOnlyList<CallLine>> ReadAsync(
        DeploymentServices services,
        string function,
        StatisticsQuery query,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        var group = $"/aws/lambda/cxf-{services.Stage}-{function}";
        var tenant = query.Tenant is { } wanted ? $" && $.Tenant = \"{wanted}\"" : "";
        var lines = new List<CallLine>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            LogsPage found;
            try
            {
                found = await services.Logs.FilterLogEventsAsync(
                    new LogsQuery
                    {
                        LogGroup = group,
                        Pattern = $"{{ $.Function = \"{function}\" && $.Outcome = \"*\"{tenant} }}",
                        From = query.Since,
                        Until = query.Until,
                        NextToken = next,
                    },
                    cancellationToken
                );
            }
            catch (AmazonServiceException problem) when (problem.ErrorCode == "ResourceNotFoundException")
            {
                notes.Add($"There is no log group {group}.");
                return lines;
            }

            lines.AddRange(found.Messages.Select(CallLine.Parse).OfType<CallLine>());
            next = found.NextToken;
            if (next is null)
            {
                return lines;
            }
        }

        notes.Add($"{group} has more lines than were looked at. Choose a shorter time with --since and --until.");
        return lines;
    }
}
