using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Replays;
using Cxf.Local.Runs;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>cxf replay</c>: makes a flow test of a run, and runs it on the draft, a version or a file.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> Of = new("run")
    {
        Description = "A run's ID, the contact ID of a contact with one run, or a file with a history.",
        Validators = { Check },
    };

    private static readonly Option<string> Against = new("--against")
    {
        HelpName = "version",
        Description = "What to run the test on: draft, live, a version's number, or a flow document.",
        DefaultValueFactory = _ => "draft",
    };

    private static readonly Option<FlowReference> Flow = new("--flow")
    {
        HelpName = "tenant/flow",
        Description = "The flow of the history in a file.",
        CustomParser = result => FlowReference.Read(result, needsFlow: true),
    };

    private static readonly Option<string[]> Keep = new("--keep")
    {
        HelpName = "name",
        Description = "Keep the values of members of this name in the test as they are. Can be given several times.",
    };

    private static readonly Option<bool> Save = new("--save")
    {
        Description = "Add the test to the draft or the flow document. It expects what that does now.",
    };

    private static readonly Option<string> Name = new("--name") { Description = "The name of the saved test." };

    private static readonly Option<bool> Full = new("--full") { Description = "Print the test and every step in full." };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "replay",
            "Make a flow test of a run, without personal data, and run it at once: does the flow still go this way?"
        )
        {
            Of,
            Against,
            Flow,
            Keep,
            Save,
            Name,
            Full,
            RunCommand.Since,
        }.WithRuns();
        command.Validators.Add(CheckSave);
        command.SetAction(
            (arguments, cancellationToken) =>
                File.Exists(arguments.GetValue(Of))
                    ? ReplayFileAsync(lines, arguments, cancellationToken)
                    : RunCommand.OpenAsync(
                        lines,
                        arguments,
                        (services, finder) => ReplayRunAsync(lines, arguments, services, finder, cancellationToken)
                    )
        );
        return command;
    }

    private static async Task<int> ReplayRunAsync(
        Lines lines,
        ParseResult arguments,
        DeploymentServices services,
        RunFinder finder,
        CancellationToken cancellationToken
    )
    {
        var asked = arguments.GetValue(Of)!;
        var page = await finder.FindAsync(RunCommand.Query(arguments, asked), cancellationToken);
        if (page.Runs is not [var run])
        {
            return Refuse(
                lines,
                arguments,
                page.Runs.Count == 0
                    ? RunCommand.NoRun(arguments, asked, page)
                    : $"The contact has several runs. Name one: {string.Join(", ", page.Runs.Select(one => one.RunId))}."
            );
        }

        var (history, problem) =
            run.Status == "RUNNING"
                ? (null, $"{run.RunId} still runs. Try again when it has ended; cxf history shows what it did until now.")
                : RecordedHistory.Read(await finder.HistoryAsync(run, cancellationToken), run.IsExpress);
        return history is null
            ? Refuse(lines, arguments, problem)
            : await ReplayAsync(
                lines,
                arguments,
                new Replayed(history, run, new FlowReference(run.Tenant, run.Flow), run.Version),
                services,
                cancellationToken
            );
    }

    private static async Task<int> ReplayFileAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(Of)!;
        if (HistoryReader.Read(await File.ReadAllTextAsync(file, cancellationToken)) is not { } events)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, HistoryCommand.NoHistory(file));
        }

        var (history, problem) = RecordedHistory.Read(events);
        if (history is null)
        {
            return Refuse(lines, arguments, problem);
        }

        if (arguments.GetValue(Flow) is not { } flow)
        {
            return File.Exists(arguments.GetValue(Against))
                ? await ReplayAsync(lines, arguments, new Replayed(history, null, null, null), null, cancellationToken)
                : TargetCommand.Refuse(
                    lines,
                    arguments,
                    ExitCode.Usage,
                    "A history does not name its flow. Add --flow tenant/flow, or --against with a flow document."
                );
        }

        return await RunCommand.OpenAsync(
            lines,
            arguments,
            async (services, _) =>
            {
                var arn = events[0].Details?["stateMachineVersionArn"]?.GetValue<string>();
                var versions = await services.Store.ListVersionsAsync(flow.Tenant, flow.Flow!.Value, cancellationToken);
                var version = versions.FirstOrDefault(one => arn is not null && one.MachineVersionArn == arn)?.Version;
                var replayed = new Replayed(history, null, flow, version);
                return await ReplayAsync(lines, arguments, replayed, services, cancellationToken);
            }
        );
    }

    private static async Task<int> ReplayAsync(
        Lines lines,
        ParseResult arguments,
        Replayed replayed,
        DeploymentServices? services,
        CancellationToken cancellationToken
    )
    {
        var against = arguments.GetValue(Against)!;
        if (await FindAsync(replayed.Flow, against, services, cancellationToken) is not { } document)
        {
            return Refuse(lines, arguments, FlowSide.Missing(replayed.Flow!, against, $"stage {services!.Stage}"));
        }

        var on = await ReadAsync(document);
        if (on.Reading.Flow is null)
        {
            return Refuse(lines, arguments, on.Problem!);
        }

        var (ran, missing) =
            replayed.Version is { } version && services is not null
                ? await RanVersion.FindAsync(
                    services,
                    replayed.Flow!.Tenant,
                    replayed.Flow.Flow!.Value,
                    version,
                    on,
                    cancellationToken
                )
                : (null, null);
        var replay = Replay.Of(replayed.History, ran, on, arguments.GetValue(Keep) ?? [], cancellationToken);
        if (missing is not null)
        {
            replay = replay with { Notes = [missing, .. replay.Notes] };
        }

        var saved = arguments.GetValue(Save) ? await SaveAsync() : (null, "");
        Print(lines, arguments, replayed, replay, saved);
        return saved.Problem.Length == 0 && (replay.IsSame || saved.Place is not null) ? ExitCode.Done : ExitCode.Refused;

        Task<ReplayedFlow> ReadAsync(string text) =>
            File.Exists(against)
                ? ReplayedFlow.OfAsync(FlowFile.Find(new FileInfo(against)).Single(), text, cancellationToken)
                : ReplayedFlow.OfAsync(
                    NameOf(against),
                    text,
                    replayed.Flow!.Tenant,
                    replayed.Flow.Flow!.Value,
                    services!,
                    cancellationToken
                );

        async Task<(string? Place, string Problem)> SaveAsync()
        {
            var (changed, problem) = await replay.WithTestAsync(arguments.GetValue(Name), ReadAsync, cancellationToken);
            if (changed is null)
            {
                return (null, $"Nothing was saved. {problem}");
            }

            if (File.Exists(against))
            {
                await JsonFiles.WriteAsync(against, changed, cancellationToken);
                return (against, "");
            }

            var (tenant, flow) = (replayed.Flow!.Tenant, replayed.Flow.Flow!.Value);
            var draft = await services!.Store.FindDraftAsync(tenant, flow, cancellationToken);
            return
                draft?.Document == document
                && await services.Store.TryPutDraftAsync(tenant, flow, changed, draft.Revision, cancellationToken) is { } put
                ? ($"the draft of {replayed.Flow}, revision {put.Revision}", "")
                : (null, "Nothing was saved: someone else changed the draft meanwhile. Try again.");
        }
    }

    private static async Task<string?> FindAsync(
        FlowReference? flow,
        string side,
        DeploymentServices? services,
        CancellationToken cancellationToken
    ) =>
        File.Exists(side) ? (await DocumentFile.ReadAsync(side, cancellationToken)).Text
        : services is null ? null
        : await FlowSide.FindAsync(services.Store, flow!, side, cancellationToken);

    private static void Print(
        Lines lines,
        ParseResult arguments,
        Replayed replayed,
        Replay replay,
        (string? Place, string Problem) saved
    )
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            var json = ReplayJson.Of(replay);
            json.Insert(0, "runId", replayed.Run?.RunId);
            json.Insert(1, "flow", replayed.Flow?.ToString());
            json.Insert(2, "version", replayed.Version);
            json["saved"] = saved.Place;
            if (saved.Problem.Length > 0)
            {
                json["error"] = saved.Problem;
            }

            lines.WriteWhole(json.ToJsonString(JsonFiles.Compact));
            return;
        }

        lines.Write($"Run       {replayed.Run?.RunId ?? arguments.GetValue(Of)}");
        if (replayed.Flow is { } flow)
        {
            lines.Write($"Flow      {flow}{(replayed.Version is { } version ? $" version {version}" : "")}");
        }

        new ReplayPrinter(lines, arguments.GetValue(Full)).Print(replay);
        if (saved.Place is { } place)
        {
            lines.Write($"Saved     in {place}.");
        }
        else if (saved.Problem.Length > 0)
        {
            lines.Write(saved.Problem);
        }
    }

    private static string NameOf(string side) =>
        side == "draft" ? "the draft"
        : FlowSide.VersionOf(side) is null ? $"the {side} version"
        : $"version {side}";

    private static int Refuse(Lines lines, ParseResult arguments, string message) =>
        TargetCommand.Refuse(lines, arguments, ExitCode.Refused, message);

    private static void CheckSave(CommandResult result)
    {
        if (
            result.GetValue(Save)
            && result.GetResult(Against) is { Implicit: false, Tokens: [var side] }
            && side.Value != "draft"
            && !File.Exists(side.Value)
        )
        {
            result.AddError("--save adds the test to the draft or to a flow document: a version never changes.");
        }

        if (result.GetResult(Name) is not null && !result.GetValue(Save))
        {
            result.AddError("--name is the name of the test that --save adds.");
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

    /// <summary>What is replayed.</summary>
    /// <param name="History">The history.</param>
    /// <param name="Run">The run; null for a history in a file.</param>
    /// <param name="Flow">The flow; null for a history in a file without <c>--flow</c>.</param>
    /// <param name="Version">The version that ran; null if it is not known.</param>
    private sealed record Replayed(RecordedHistory History, Run? Run, FlowReference? Flow, int? Version);
}
