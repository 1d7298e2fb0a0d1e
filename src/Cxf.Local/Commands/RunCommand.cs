using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Local.Commands;

/// <summary>What the commands on runs have in common.</summary>
internal static class RunCommand
{
    private const int MostRunsOfContact = 100;

    private static readonly TimeSpan DefaultSince = TimeSpan.FromDays(1);

    /// <summary>How far back to look.</summary>
    public static Option<DateTimeOffset?> Since { get; } =
        new("--since")
        {
            Description = "Only runs that started since this time, such as 2026-03-01T09:00Z, 30m or 7d (ago). Default: 24h.",
            CustomParser = TimeArgument.Read,
        };

    /// <summary>Up to when to look.</summary>
    public static Option<DateTimeOffset?> Until { get; } =
        new("--until")
        {
            Description = "Only runs that started until this time. Default: now.",
            CustomParser = TimeArgument.Read,
        };

    /// <summary>The argument that names a run.</summary>
    public static Argument<string> RunId() =>
        new("run") { Description = "The run's ID: the contact ID and 32 hexadecimal digits.", Validators = { CheckRunId } };

    /// <summary>The earliest start that the arguments ask for.</summary>
    public static DateTimeOffset SinceOf(ParseResult arguments) =>
        arguments.GetValue(Since) ?? TimeProvider.System.GetUtcNow() - DefaultSince;

    /// <summary>The latest start that the arguments ask for.</summary>
    public static DateTimeOffset UntilOf(ParseResult arguments) => arguments.GetValue(Until) ?? TimeProvider.System.GetUtcNow();

    /// <summary>What a command looks for, given a run's ID or a contact ID.</summary>
    public static RunQuery Query(ParseResult arguments, string runOrContact) =>
        new()
        {
            Contact = RunName.ContactOf(runOrContact) ?? runOrContact,
            RunId = RunName.ContactOf(runOrContact) is null ? null : runOrContact,
            Since = SinceOf(arguments),
            Until = TimeProvider.System.GetUtcNow(),
            Limit = MostRunsOfContact,
        };

    /// <summary>A time as the commands on runs print it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The message when no run is found.</summary>
    public static string NoRun(ParseResult arguments, string runOrContact, RunPage page)
    {
        var what = RunName.ContactOf(runOrContact) is null ? $"run of the contact {runOrContact}" : $"run {runOrContact}";
        return $"There is no {what} since {Time(SinceOf(arguments))}. "
            + string.Concat(page.Notes.Select(note => note + " "))
            + "Look further back with --since, for example --since 7d.";
    }

    /// <summary>Opens the deployment that the arguments name, and says so when it does not answer.</summary>
    public static Task<int> OpenAsync(Lines lines, ParseResult arguments, Func<DeploymentServices, RunFinder, Task<int>> run) =>
        TargetCommand.WhileAnsweringAsync(
            lines,
            arguments,
            async () =>
            {
                using var services = TargetOptions.OpenServices(arguments);
                return await run(services, new RunFinder(services, TimeProvider.System));
            }
        );

    /// <summary>
    /// Finds one STANDARD run and does something with it. EXPRESS runs can neither be stopped nor started again.
    /// </summary>
    public static Task<int> OnStandardAsync(
        Lines lines,
        ParseResult arguments,
        string runId,
        Func<DeploymentServices, Run, Task<string>> act,
        CancellationToken cancellationToken
    ) =>
        OpenAsync(
            lines,
            arguments,
            async (services, finder) =>
            {
                var page = await finder.FindAsync(Query(arguments, runId), cancellationToken);
                if (page.Runs.Count == 0)
                {
                    return Refuse(NoRun(arguments, runId, page));
                }

                if (page.Runs.FirstOrDefault(run => !run.IsExpress) is not { } run)
                {
                    return Refuse(RunActions.ExpressProblem(runId));
                }

                string done;
                try
                {
                    done = await act(services, run);
                }
                catch (RunNotResumableException problem)
                {
                    return Refuse($"{runId} cannot be started again: {problem.Message}");
                }

                if (arguments.GetValue(TargetOptions.Json))
                {
                    lines.WriteWhole(RunJson.Done(run, done));
                }
                else
                {
                    lines.Write(done);
                }

                return ExitCode.Done;

                int Refuse(string message) => TargetCommand.Refuse(lines, arguments, ExitCode.Refused, message);
            }
        );

    private static void CheckRunId(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (RunName.ContactOf(text) is null)
        {
            result.AddError(
                $"Expected a run's ID, the contact ID and 32 hexadecimal digits, not \"{text}\". cxf runs lists them."
            );
        }
    }
}
