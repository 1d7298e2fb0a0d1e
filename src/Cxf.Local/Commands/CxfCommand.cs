using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf</c> with all its commands, grouped by purpose in the help.</summary>
internal static class CxfCommand
{
    /// <summary>The command, printing to a console.</summary>
    public static RootCommand Create(IAnsiConsole console)
    {
        var lines = new Lines(console);
        var root = new RootCommand(
            "Run CXF Serverless locally, without AWS: calls, flows and their tests, deployments, functions."
        )
        {
            // A call.
            CallCommand.Create(lines),
            // Writing a flow.
            NewCommand.Create(lines),
            ConnectionCommand.Create(lines),
            CheckCommand.Create(lines),
            TestCommand.Create(lines),
            TryCommand.Create(lines),
            CompileCommand.Create(lines),
            GraphCommand.Create(lines),
            ExplainCommand.Create(lines),
            SchemaCommand.Create(lines),
            // Deploying it.
            PublishCommand.Create(lines),
            DiffCommand.Create(lines),
            VersionsCommand.Create(lines),
            RollbackCommand.Create(lines),
            CanaryCommand.Create(lines),
            DeleteCommand.Create(lines),
            ConnectCommand.Create(lines),
            DoctorCommand.Create(lines),
            // Operating it.
            RunsCommand.Create(lines),
            HistoryCommand.Create(lines),
            StatsCommand.Create(lines),
            ReplayCommand.Create(lines),
            RedriveCommand.Create(lines),
            StopCommand.Create(lines),
            // The functions by themselves.
            StartCommand.Create(lines),
            InvokeCommand.Create(lines),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs what the arguments say; gives back the exit code.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, InvocationConfiguration configuration)
    {
        // A text that begins with @ is a file for an option such as --payload, and not one with more arguments.
        var arguments = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var command = arguments.CommandResult.Command;
        if (arguments.Errors.Count > 0 && args.Contains(TargetOptions.Json.Name))
        {
            var problems = string.Join(' ', arguments.Errors.Select(error => error.Message));
            await configuration.Output.WriteLineAsync(TargetCommand.ErrorJson(problems));
            return ExitCode.Usage;
        }

        // A whole page of help would push the error off the screen; without a command, the page is the right answer.
        var isShort = arguments.Action is ParseErrorAction && command.Subcommands.Count == 0;
        if (isShort)
        {
            ((ParseErrorAction)arguments.Action!).ShowHelp = false;
        }

        int code;
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            code = await arguments.InvokeAsync(configuration);
        }
        catch (Exception exception)
        {
            code = await UnexpectedFailure.ReportAsync(exception, configuration.Error);
        }

        if (isShort)
        {
            await configuration.Error.WriteLineAsync($"Usage and examples: cxf {PathOf(arguments.CommandResult)} --help");
        }

        return arguments.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent
            ? $"{PathOf(parent)} {result.Command.Name}"
            : result.Command.Name;
}
