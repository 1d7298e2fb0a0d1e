using System.CommandLine;
using Cxf.Local.Output;
using Cxf.Local.Statistics;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>cxf stats</c>: how the flows and connections of a deployment do.</summary>
internal static class StatsCommand
{
    private static readonly Option<FlowReference> Flow = new("--flow")
    {
        Description = "Only a flow, tenant/flow, or a tenant. Connections are those of the tenant.",
        CustomParser = result => FlowReference.Read(result, needsFlow: false),
    };

    private static readonly Option<FileInfo> Log = new Option<FileInfo>("--log")
    {
        HelpName = "file",
        Description = "Read log lines of the functions from a file instead, for example what aws logs tail prints. Without runs.",
    }.AcceptExistingFile();

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("stats", "Show how long flows and calls to third parties take, and how they fail.")
        {
            Flow,
            RunCommand.Since,
            RunCommand.Until,
            Log,
        }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                arguments.GetValue(Log) is { } file
                    ? ReadAsync(lines, arguments, file, cancellationToken)
                    : RunCommand.OpenAsync(
                        lines,
                        arguments,
                        async (services, finder) =>
                        {
                            var query = Query(arguments, RunCommand.SinceOf(arguments));
                            Print(
                                lines,
                                arguments,
                                query,
                                await DeploymentStatistics.ReadAsync(services, finder, query, cancellationToken)
                            );
                            return ExitCode.Done;
                        }
                    )
        );
        return command;
    }

    private static async Task<int> ReadAsync(
        Lines lines,
        ParseResult arguments,
        FileInfo file,
        CancellationToken cancellationToken
    )
    {
        var calls = new List<CallLine>();
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            if (CallLine.Parse(line) is { } call)
            {
                calls.Add(call);
            }
        }

        // A file is what somebody chose: without --since, all of it counts.
        var query = Query(arguments, arguments.GetValue(RunCommand.Since) ?? DateTimeOffset.UnixEpoch);
        Print(lines, arguments, query, DeploymentStatistics.FromLines(calls, query));
        return ExitCode.Done;
    }

    private static StatisticsQuery Query(ParseResult arguments, DateTimeOffset since) =>
        new()
        {
            Since = since,
            Until = RunCommand.UntilOf(arguments),
            Tenant = arguments.GetValue(Flow)?.Tenant,
            Flow = arguments.GetValue(Flow)?.Flow,
        };

    private static void Print(Lines lines, ParseResult arguments, StatisticsQuery query, DeploymentStatistics statistics)
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(StatisticsJson.Of(query, statistics).ToJsonString(JsonFiles.Compact));
            return;
        }

        new StatisticsPrinter(lines).Print(statistics);
    }
}
