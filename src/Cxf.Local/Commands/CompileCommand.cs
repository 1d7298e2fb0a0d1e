using System.CommandLine;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary><c>cxf compile</c>: the state machine of a flow, as it is sent to Step Functions.</summary>
internal static class CompileCommand
{
    private static readonly Option<FileInfo> Out = new("--out", "-o")
    {
        HelpName = "file",
        Description = "The file to write to. Its folder is created if it does not exist. Default: the terminal.",
        Validators = { ExistingFile.RefuseFolders },
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("compile", "Compile a flow document to Amazon States Language.") { Out }.OnFlows(
            lines,
            (folder, arguments, cancellationToken) => RunAsync(lines, folder.Flows, arguments, cancellationToken),
            flowsOnly: true
        );

    private static async Task<int> RunAsync(
        Lines lines,
        IReadOnlyList<FlowDocument> documents,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        if (documents is not [var document])
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Usage,
                $"compile takes one flow, but there are {documents.Count}. Choose one of: "
                    + $"{string.Join(", ", documents.Select(one => one.File.Path))}"
            );
        }

        if (document.Reading.Flow is not { } flow)
        {
            FlowReport.Write([new FlowReport(document)], [], lines, arguments.GetValue(FlowCommandOptions.Json), (_, _) => { });
            return ExitCode.Problems;
        }

        var definition = document.Compile(flow).Definition;
        if (arguments.GetValue(Out) is { } file)
        {
            try
            {
                file.Directory?.Create();
                await System.IO.File.WriteAllTextAsync(file.FullName, definition + "\n", cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, $"{file} cannot be written: {exception.Message}");
            }
        }
        else
        {
            lines.WriteWhole(definition);
        }

        return ExitCode.Clean;
    }
}
