using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf</c> with all its commands, grouped by purpose in the help.</summary>
internal static class CxfCommand
{
    /// <summary>The command, printing to a console.</summary>
    public static RootCommand Create(IAnsiConsole console)
    {
        var root = new RootCommand(
            "Run CXF Serverless locally, without AWS: calls, flows and their tests, deployments, functions."
        )
        {
            // A call.
            CallCommand.Create(console),
            // Writing a flow.
            CheckCommand.Create(console),
            TestCommand.Create(console),
            CompileCommand.Create(console),
            ExplainCommand.Create(),
            // Deploying it.
            PublishCommand.Create(console),
            DiffCommand.Create(console),
            VersionsCommand.Create(console),
            RollbackCommand.Create(console),
            CanaryCommand.Create(console),
            DeleteCommand.Create(console),
            ConnectCommand.Create(console),
            // The functions by themselves.
            StartCommand.Create(console),
            InvokeCommand.Create(console),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs what the arguments say; gives back the exit code.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, InvocationConfiguration configuration)
    {
        var arguments = root.Parse(args);
        var command = arguments.CommandResult.Command;

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
