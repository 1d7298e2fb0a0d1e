using System.CommandLine;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Spectre.Console;

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

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console) =>
        new Command("compile", "Compile a flow document to Amazon States Language.") { Out }.OnFlows(
            console,
            (folder, arguments, cancellationToken) => RunAsync(console, folder.Flows, arguments, cancellationToken)
        );

    private static async Task<int> RunAsync(
        IAnsiConsole console,
        IReadOnlyList<FlowDocument> documents,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var output = console.Profile.Out.Writer;
        if (documents is not [var document])
        {
            return await TargetCommand.RefuseAsync(
                output,
                arguments,
                ExitCode.Usage,
                $"compile takes one flow, but there are {documents.Count}. Choose one of: "
                    + $"{string.Join(", ", documents.Select(one => one.File.Path))}"
            );
        }

        if (document.Reading.Flow is not { } flow)
        {
            await FlowReport.WriteAsync(
                [new FlowReport(document)],
                [],
                console,
                arguments.GetValue(FlowCommandOptions.Json),
                (_, _) => { }
            );
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
                await output.WriteLineAsync($"{file} cannot be written: {exception.Message}");
                return ExitCode.Usage;
            }
        }
        else
        {
            await output.WriteLineAsync(definition);
        }

        return ExitCode.Clean;
    }
}
