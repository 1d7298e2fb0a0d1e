using System.CommandLine;
using Cxf.Documents;
using Cxf.Flows.Differences;
using Cxf.Graphs.Marks;
using Cxf.Local.Output;
using Cxf.Local.Publishing;

namespace Cxf.Local.Commands;

/// <summary><c>cxf diff</c>: describes what changes between two states of a flow.</summary>
internal static class DiffCommand
{
    private static readonly Argument<FlowReference> Flow = FlowReference.Argument();

    private static readonly Option<string> From = Side("--from", "live", "What to compare");

    private static readonly Option<string> To = Side("--to", "draft", "What to compare it with");

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("diff", "Show what changes between two versions of a flow. Exit code 1 means that there are differences.")
        {
            Flow,
            From,
            To,
        }.OnTarget(lines, RunAsync);

    private static async Task<int> RunAsync(
        IPublishTarget target,
        ParseResult arguments,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(Flow)!;
        var sides = new List<JsonSource>();
        foreach (var side in (string[])[arguments.GetValue(From)!, arguments.GetValue(To)!])
        {
            if (await FlowSide.FindAsync(target.Store, reference, side, cancellationToken) is not { } document)
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, FlowSide.Missing(reference, side, target.Name));
            }

            var source = JsonSource.Parse(document);
            if (source.SyntaxProblem is { } problem)
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, $"{side} is not valid JSON: {problem.Message}");
            }

            sides.Add(source);
        }

        var differences = DifferenceWords.Between(sides[0], sides[1]);
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(differences));
        }
        else
        {
            lines.Write(differences.Count == 0 ? "No difference." : string.Join(Environment.NewLine, differences));
        }

        return differences.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Json(IReadOnlyList<FlowDifference> differences) =>
        JsonOutput.Text(
            json =>
            {
                json.WriteStartArray();
                differences.ToList().ForEach(difference => difference.Write(json));
                json.WriteEndArray();
            },
            JsonOutput.Relaxed
        );

    private static Option<string> Side(string name, string standard, string description) =>
        new(name)
        {
            Description = $"{description}: live, draft, a version's number, or a file.",
            HelpName = "version",
            DefaultValueFactory = _ => standard,
        };
}
