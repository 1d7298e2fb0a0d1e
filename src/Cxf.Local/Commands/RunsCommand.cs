using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Runs;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf runs</c>: the runs of a deployment, newest first.</summary>
internal static class RunsCommand
{
    private const int DefaultLimit = 20;
    private const int MostRuns = 1000;

    /// <summary>What the status of a run can be.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", Run.Unknown];

    private static readonly Option<string> Contact = new("--contact")
    {
        Description = "Only runs of this contact ID of Amazon Connect.",
        Validators = { CheckContact },
    };

    private static readonly Option<FlowReference> Flow = new("--flow")
    {
        Description = "Only runs of a flow, tenant/flow, or of a tenant.",
        CustomParser = result => FlowReference.Read(result, needsFlow: false),
    };

    private static readonly Option<string> Tenant = new("--tenant")
    {
        Description = "Only runs of a tenant.",
        Validators = { CheckTenant },
    };

    private static readonly Option<string> Status = new("--status")
    {
        Description = $"Only runs with this status: {string.Join(", ", Statuses)}.",
        Validators = { CheckStatus },
    };

    private static readonly Option<string> Error = new("--error") { Description = "Only runs that failed with this error code." };

    private static readonly Option<int?> Version = new("--flow-version")
    {
        Description = "Only runs of this version of the flow.",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many runs to print.",
        DefaultValueFactory = _ => DefaultLimit,
        CustomParser = WholeNumber.Read,
        Validators = { CheckLimit },
    };

    private static readonly Option<string> After = new("--after")
    {
        Description = "The last run of the page before, as the command printed it.",
        Validators = { CheckAfter },
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("runs", "List the runs of a deployment, newest first.")
        {
            Contact,
            Flow,
            Tenant,
            Status,
            Error,
            Version,
            RunCommand.Since,
            RunCommand.Until,
            Limit,
            After,
        }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                RunCommand.OpenAsync(
                    lines,
                    arguments,
                    (services, finder) => RunAsync(lines, arguments, finder, cancellationToken)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Lines lines,
        ParseResult arguments,
        RunFinder finder,
        CancellationToken cancellationToken
    )
    {
        var query = Query(arguments);
        var page = await finder.FindAsync(query, cancellationToken);
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(RunJson.Page(page).ToJsonString(JsonFiles.Compact));
            return ExitCode.Done;
        }

        if (page.Runs.Count == 0)
        {
            lines.Write(
                $"There is no such run since {Time(query.Since)}. Look further back with --since, for example --since 7d."
            );
        }
        else
        {
            Print(lines, page);
        }

        foreach (var note in page.Notes)
        {
            lines.Write($"Note: {note}");
        }

        return ExitCode.Done;
    }

    private static RunQuery Query(ParseResult arguments)
    {
        var reference = arguments.GetValue(Flow);
        return new RunQuery
        {
            Contact = arguments.GetValue(Contact),
            Tenant = arguments.GetValue(Tenant) is { } tenant ? TenantId.Parse(tenant) : reference?.Tenant,
            Flow = reference?.Flow,
            Status = arguments.GetValue(Status),
            Error = arguments.GetValue(Error),
            Version = arguments.GetValue(Version),
            Since = RunCommand.SinceOf(arguments),
            Until = RunCommand.UntilOf(arguments),
            Limit = arguments.GetValue(Limit),
            After = arguments.GetValue(After) is { } after ? RunPosition.Parse(after) : null,
        };
    }

    private static void Print(Lines lines, RunPage page)
    {
        var cells = page.Runs.Select(Cells).Prepend(["Started", "Duration", "Status", "Flow", "Version", "Run"]).ToList();
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToList();
        foreach (var (index, row) in cells.Index())
        {
            var text = string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
            var error = index > 0 && page.Runs[index - 1].Error is { } code ? $"  {code}" : "";
            lines.Write(4, (text, Color.Default), (error, Color.Red));
        }

        if (page.After is { } after)
        {
            lines.Write();
            lines.WriteWhole($"More: --after {after}");
        }
    }

    private static string[] Cells(Run run) =>
        [
            Time(run.StartedAt),
            run.EndedAt is { } ended ? Durations.Text(ended - run.StartedAt) : "-",
            run.Status,
            $"{run.Tenant}/{run.Flow}",
            run.Version?.ToString(CultureInfo.InvariantCulture) ?? "-",
            run.RunId,
        ];

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void CheckContact(OptionResult result)
    {
        if (!RunName.IsContactId(result.GetValueOrDefault<string>() ?? ""))
        {
            result.AddError("--contact takes a contact ID: 1 to 47 of A-Z a-z 0-9 and -.");
        }
    }

    private static void CheckTenant(OptionResult result)
    {
        if (!TenantId.TryParse(result.GetValueOrDefault<string>(), out _))
        {
            result.AddError($"--tenant takes a tenant: {IdentifierRule.Description}.");
        }
    }

    private static void CheckStatus(OptionResult result)
    {
        if (!Statuses.Contains(result.GetValueOrDefault<string>()))
        {
            result.AddError($"--status takes one of {string.Join(", ", Statuses)}.");
        }
    }

    private static void CheckLimit(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() is < 1 or > MostRuns)
        {
            result.AddError($"--limit takes a number from 1 to {MostRuns}.");
        }
    }

    private static void CheckAfter(OptionResult result)
    {
        if (RunPosition.Parse(result.GetValueOrDefault<string>() ?? "") is null)
        {
            result.AddError("--after takes what the command printed after \"More: --after\".");
        }
    }
}
