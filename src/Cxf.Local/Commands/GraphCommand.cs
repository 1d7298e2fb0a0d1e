using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Reading;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Pictures;

namespace Cxf.Local.Commands;

/// <summary><c>cxf graph</c>: a picture of a flow, of a run, or of the difference between two versions.</summary>
internal static class GraphCommand
{
    private const string Draft = "draft";

    private static readonly Option<string> Format = new("--format")
    {
        Description = "The format: svg (a picture), html (a page with the picture, its outline and a legend) or mermaid (text).",
        DefaultValueFactory = _ => Picture.Formats[0],
    };

    private static readonly Option<string> From = new("--from")
    {
        HelpName = "version",
        Description = "Show the difference from this version: live, draft, a version's number, or a file.",
    };

    private static readonly Option<string> To = new("--to")
    {
        HelpName = "version",
        Description = "Show the difference from --from (default: live) to this version. Default: the flow itself.",
    };

    private static readonly Option<string> Run = new("--run")
    {
        HelpName = "run",
        Description =
            "Show the path of a run with its times: a run's ID, the contact ID of a contact with one run, or a file with a "
            + "history.",
    };

    private static readonly Option<bool> Plain = new("--plain")
    {
        Description = "Draw the document alone, without the times of steps, the slowest path, and what no test takes.",
    };

    private static readonly Option<FileInfo> Out = new("--output", "-o")
    {
        HelpName = "file",
        Description = "The file to write to. Its folder is created if it does not exist. Default: the terminal.",
        Validators = { ExistingFile.RefuseFolders },
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        Format.AcceptOnlyFromAmong([.. Picture.Formats]);
        var command = new Command(
            "graph",
            "Draw a flow, or a state machine in Amazon States Language. A flow with mistakes is drawn as far as it is readable."
        )
        {
            Format,
            Run,
            From,
            To,
            Plain,
            Out,
            RunCommand.Since,
        };
        command.Validators.Add(CheckTogether);
        command.OnFlows(
            lines,
            (folder, arguments, cancellationToken) => RunAsync(lines, folder.Flows, arguments, cancellationToken),
            flowsOnly: true
        );
        return command.WithRunAddresses();
    }

    private static async Task<int> RunAsync(
        Lines lines,
        IReadOnlyList<FlowDocument> documents,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        if (documents is not [var document])
        {
            return Refuse(
                $"graph draws one flow, but there are {documents.Count}. Choose one of: "
                    + $"{string.Join(", ", documents.Select(one => one.File.Path))}"
            );
        }

        if (document.Source.SyntaxProblem is not null)
        {
            FlowReport.Write([new FlowReport(document)], [], lines, arguments.GetValue(FlowCommandOptions.Json), (_, _) => { });
            return ExitCode.Problems;
        }

        var isDifference = arguments.GetValue(From) is not null || arguments.GetValue(To) is not null;
        var (code, picture) =
            isDifference ? await DifferenceAsync()
            : arguments.GetValue(Run) is { } run ? await RunPicture.DrawAsync(lines, arguments, document, run, cancellationToken)
            : (ExitCode.Done, OfDocument());
        return picture is null ? code : await WriteAsync(lines, arguments, picture, document, cancellationToken);

        Picture OfDocument() =>
            arguments.GetValue(Plain)
                ? Picture.Plain(document)
                : Picture.Of(document, document.Reading.Flow is { } flow ? document.Test(flow, cancellationToken) : null);

        int Refuse(string message) => TargetCommand.Refuse(lines, arguments, ExitCode.Usage, message);

        async Task<(int Code, Picture? Picture)> DifferenceAsync()
        {
            var sides = new List<JsonSource>();
            foreach (var side in (string[])[arguments.GetValue(From) ?? "live", arguments.GetValue(To) ?? Draft])
            {
                if (await SideAsync(lines, arguments, document, side, cancellationToken) is not { } found)
                {
                    return (
                        Refuse(
                            TargetOptions.IsNamed(arguments.CommandResult)
                                ? FlowSide.Missing(
                                    FlowReference.Parse(document.File.Path, needsFlow: true)!,
                                    side,
                                    "the deployment"
                                )
                                : $"There is no file \"{side}\". Versions are in a deployment: add --stage or --folder, and name "
                                    + "the flow as tenant/flow."
                        ),
                        null
                    );
                }

                if (found.SyntaxProblem is { } problem)
                {
                    return (Refuse($"{side} is not valid JSON: {problem.Message}"), null);
                }

                sides.Add(found);
            }

            var (graph, marks) = DifferenceMarks.Between(sides[0], sides[1]);
            return (ExitCode.Done, new Picture(graph, marks));
        }
    }

    private static async Task<JsonSource?> SideAsync(
        Lines lines,
        ParseResult arguments,
        FlowDocument document,
        string side,
        CancellationToken cancellationToken
    )
    {
        if (side == Draft)
        {
            return document.Source;
        }

        string? text = null;
        if (File.Exists(side))
        {
            text = await File.ReadAllTextAsync(side, cancellationToken);
        }
        else if (TargetOptions.IsNamed(arguments.CommandResult))
        {
            await TargetCommand.OpenAsync(
                lines,
                arguments,
                async target =>
                {
                    var reference = FlowReference.Parse(document.File.Path, needsFlow: true)!;
                    text = await FlowSide.FindAsync(target.Store, reference, side, cancellationToken);
                    return ExitCode.Done;
                }
            );
        }

        return text is null ? null : JsonSource.Parse(text);
    }

    private static async Task<int> WriteAsync(
        Lines lines,
        ParseResult arguments,
        Picture picture,
        FlowDocument document,
        CancellationToken cancellationToken
    )
    {
        var isMachine = StateMachineGraphReader.IsStateMachine(document.Source.Root);
        var code = document.HasErrors && !isMachine ? ExitCode.Problems : ExitCode.Clean;
        var text = arguments.GetValue(FlowCommandOptions.Json)
            ? PictureJson.Write(picture)
            : picture.Write(arguments.GetValue(Format)!).TrimEnd('\n');
        if (arguments.GetValue(Out) is not { } file)
        {
            lines.WriteWhole(text);
            return code;
        }

        try
        {
            file.Directory?.Create();
            await File.WriteAllTextAsync(file.FullName, text + "\n", cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, $"{file} cannot be written: {exception.Message}");
        }

        if (!arguments.GetValue(FlowCommandOptions.Json))
        {
            lines.Write(file.ToString());
            picture.Marks.Notes.ToList().ForEach(note => lines.Write($"  {note}"));
            if (code == ExitCode.Problems)
            {
                lines.Write($"  The flow has mistakes; cxf check shows them: {document.File.Path}");
            }
        }

        return code;
    }

    private static void CheckTogether(CommandResult result)
    {
        if (result.GetResult(Run) is not null && (result.GetResult(From) is not null || result.GetResult(To) is not null))
        {
            result.AddError("--run shows a run, and --from and --to show a difference: use one of them.");
        }
    }
}
