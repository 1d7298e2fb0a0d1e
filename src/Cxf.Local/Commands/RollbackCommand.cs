using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf rollback</c>: makes a version of a flow live again. Running executions stay on their version.</summary>
internal static class RollbackCommand
{
    private static readonly Argument<FlowReference> Flow = FlowReference.Argument();

    private static readonly Argument<int> Version = new("version")
    {
        Description = "The number of the version, as cxf versions lists it.",
        CustomParser = WholeNumber.Read,
    };

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console) =>
        new Command("rollback", "Make an earlier version of a flow live again.") { Flow, Version }.OnTarget(
            console,
            (target, arguments, output, cancellationToken) =>
                TargetCommand.AskAsync(
                    target,
                    arguments.GetValue(Flow)!,
                    new JsonObject { ["action"] = "rollback", ["version"] = arguments.GetValue(Version) },
                    arguments,
                    output,
                    cancellationToken
                )
        );
}
