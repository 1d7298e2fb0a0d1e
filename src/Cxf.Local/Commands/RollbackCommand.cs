using System.CommandLine;
using Cxf.Local.Output;
using Cxf.Local.Publishing;

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

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("rollback", "Make an earlier version of a flow live again.") { Flow, Version }.OnTarget(
            lines,
            (target, arguments, output, cancellationToken) =>
                TargetCommand.AskAsync(
                    target,
                    arguments.GetValue(Flow)!,
                    FlowPublication.RollBackRequest(arguments.GetValue(Version)),
                    arguments,
                    output,
                    cancellationToken
                )
        );
}
