using System.CommandLine;
using Cxf.Local.Output;
using Cxf.Local.Publishing;

namespace Cxf.Local.Commands;

/// <summary><c>cxf canary</c>: gives a part of a flow's runs to another version.</summary>
internal static class CanaryCommand
{
    private static readonly Argument<FlowReference> Flow = FlowReference.Argument();

    private static readonly Argument<int> Version = new("version")
    {
        Description = "The number of the version, as cxf versions lists it.",
        CustomParser = WholeNumber.Read,
    };

    private static readonly Option<int> Weight = new("--weight")
    {
        Description = "The percentage of runs that it gets, 0 to 99. 0 ends the canary.",
        Required = true,
        CustomParser = WholeNumber.Read,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("canary", "Send a share of a flow's runs to another version.") { Flow, Version, Weight }.OnTarget(
            lines,
            (target, arguments, output, cancellationToken) =>
                TargetCommand.AskAsync(
                    target,
                    arguments.GetValue(Flow)!,
                    FlowPublication.CanaryRequest(arguments.GetValue(Version), arguments.GetValue(Weight)),
                    arguments,
                    output,
                    cancellationToken
                )
        );
}
