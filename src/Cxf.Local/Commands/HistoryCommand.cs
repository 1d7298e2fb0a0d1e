using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf history</c>: what happened in a run, in all runs of a contact, or in a recorded history.</summary>
internal static class HistoryCommand
{
    private static readonly Argument<string> Of = new("run")
    {
        Description = "A run's ID, a contact ID, or a file with a history (aws stepfunctions get-execution-history).",
        Validators = { Check },
    };

    private static readonly Option<bool> Full = new("--full")
    {
        Description = "Print inputs, outputs, requests and variables in full.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("history", "Print what happened in a run, step by step and try by try.")
        {
            Of,
            Full,
            RunCommand.Since,
        }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                File.Exists(arguments.GetValue(Of))
                    ? PrintFileAsync(lines, arguments, cancellationToken)
                    : RunCommand.OpenAsync(
                        lines,
                        arguments,
                        (_, finder) => PrintRunsAsync(lines, arguments, finder, cancellationToken)
                    )
        );
        return command;
    }

    /// <summary>The message for a file that is not a history.</summary>
    public static string NoHistory(string file) =>
        $"{file} is not a history. Expected what aws stepfunctions get-execution-history prints: {{\"events\": […]}}.";

    private static async Task<int> PrintFileAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(Of)!;
        if (HistoryReader.Read(await File.ReadAllTextAsync(file, cancellationToken)) is not { } events)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, NoHistory(file));
        }

        var history = RunHistory.Of(events);
        var personalData = Masks(arguments, [], history);
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(new JsonArray(RunJson.WithHistory([], history, personalData)), []));
        }
        else
        {
            Print(lines, arguments, history, personalData);
        }

        return ExitCode.Done;
    }

    private static async Task<int> PrintRunsAsync(
        Lines lines,
        ParseResult arguments,
        RunFinder finder,
        CancellationToken cancellationToken
    )
    {
        var asked = arguments.GetValue(Of)!;
        var page = await finder.FindAsync(RunCommand.Query(arguments, asked), cancellationToken);
        if (page.Runs.Count == 0)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, RunCommand.NoRun(arguments, asked, page));
        }

        var json = new JsonArray();
        foreach (var run in page.Runs.Reverse())
        {
            var history = RunHistory.Of(await finder.HistoryAsync(run, cancellationToken), run.Output);
            var personalData = Masks(arguments, page.Sensitive, history);
            if (arguments.GetValue(TargetOptions.Json))
            {
                json.Add((JsonNode)RunJson.WithHistory(RunJson.Of(run, personalData), history, personalData));
            }
            else
            {
                PrintHead(lines, run, personalData);
                Print(lines, arguments, history, personalData, run);
                lines.Write();
            }
        }

        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(json, page.Notes));
        }
        else
        {
            foreach (var note in page.Notes)
            {
                lines.Write($"Note: {note}");
            }
        }

        return ExitCode.Done;
    }

    private static string Json(JsonArray runs, IReadOnlyList<string> notes) =>
        new JsonObject
        {
            ["runs"] = runs,
            ["notes"] = new JsonArray([.. notes.Select(note => JsonValue.Create(note))]),
        }.ToJsonString(JsonFiles.Compact);

    // JSON is for programs and is not shortened, as in cxf call.
    private static PersonalData Masks(ParseResult arguments, IEnumerable<string> sensitive, RunHistory history)
    {
        var personalData = new PersonalData(sensitive)
        {
            ShowsAll = arguments.GetValue(Full) || arguments.GetValue(TargetOptions.Json),
        };
        history.Teach(personalData);
        return personalData;
    }

    private static void PrintHead(Lines lines, Run run, PersonalData personalData)
    {
        lines.Write($"Run       {run.RunId}");
        var version = run.Version is { } number ? $" version {number}" : "";
        lines.Write($"Flow      {run.Tenant}/{run.Flow}{version}, {(run.IsExpress ? "EXPRESS" : "STANDARD")}");
        var duration = run.EndedAt is { } ended ? $", {Durations.Text(ended - run.StartedAt)}" : "";
        var redrives = run.Redrives > 0 ? $", started again {run.Redrives} times" : "";
        lines.Write($"Started   {RunCommand.Time(run.StartedAt)}{duration}{redrives}");
        if (run.Error is { } error)
        {
            var cause = string.IsNullOrEmpty(run.Cause) ? "" : $": {personalData.ShownSentence(FailureCause.Of(run.Cause))}";
            lines.Write(10, ($"Status    {run.Status} ", Color.Default), (error + cause, Color.Red));
        }
        else
        {
            lines.Write($"Status    {run.Status}");
        }
    }

    private static void Print(Lines lines, ParseResult arguments, RunHistory history, PersonalData personalData, Run? run = null)
    {
        if (history.Rows.Count == 0)
        {
            lines.Write("There are no steps: the log has no events of this run, or they are not there yet.");
        }

        new HistoryPrinter(lines, personalData, arguments.GetValue(Full)) { Origin = history.StartedAt }.Print(history.Rows);
        if (!history.HasData)
        {
            lines.Write("The log of EXPRESS state machines has no data of callers, so requests and answers are not shown.");
        }

        if ((history.Answer is { } answer ? Message(answer) : MessageOfFailure(run)) is { } message)
        {
            lines.Write($"Caller hears: \"{personalData.ShownSentence(message)}\"");
        }
    }

    // What ExecuteFlow and GetFlowResult answer for it.
    private static string? MessageOfFailure(Run? run) =>
        run switch
        {
            { Status: "FAILED", Error: { } error } => RunAnswer.Failed(run.RunId, error, run.Cause).Message,
            { Status: "TIMED_OUT" } => FlowAnswer.TimedOut(run.RunId).Message,
            _ => null,
        };

    private static string? Message(string answer)
    {
        try
        {
            return
                JsonElement.Parse(answer) is { ValueKind: JsonValueKind.Object } json
                && json.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Check(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (!File.Exists(text) && RunName.ContactOf(text) is null && !RunName.IsContactId(text))
        {
            result.AddError($"Expected a run's ID, a contact ID or a file with a history, not \"{text}\".");
        }
    }
}
