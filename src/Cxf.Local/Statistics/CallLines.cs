using Amazon.Runtime;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Statistics;

/// <summary>The lines with metrics in the functions' log groups.</summary>
internal static class CallLines
{
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
        var isCut = false;
        var logs = new LogsQuery
        {
            LogGroup = group,
            Pattern = $"{{ $.Function = \"{function}\" && $.Outcome = \"*\"{tenant} }}",
            From = query.Since,
            Until = query.Until,
        };
        try
        {
            await foreach (var page in services.Logs.PagesAsync(logs, cancellationToken))
            {
                lines.AddRange(page.Messages.Select(CallLine.Parse).OfType<CallLine>());
                isCut = page.NextToken is not null;
            }
        }
        catch (AmazonServiceException problem) when (problem.ErrorCode == "ResourceNotFoundException")
        {
            notes.Add($"There is no log group {group}.");
        }

        if (isCut)
        {
            notes.Add($"{group} has more lines than were looked at. Choose a shorter time with --since and --until.");
        }

        return lines;
    }
}
