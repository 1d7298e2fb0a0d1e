using System.CommandLine;
using System.Text;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Cxf.Local.Templates;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf invoke</c>: one event through a function's real executable, as <c>sam local invoke</c> does it, without Docker.
/// </summary>
internal static class InvokeCommand
{
    private static readonly Argument<string> Function = new("function")
    {
        Description = "The function: ExecuteFlow, ExecuteFlowFunction, its name or ARN.",
    };

    private static readonly Option<FileInfo> Event = new Option<FileInfo>("--event", "-e")
    {
        Description = "The file with the event.",
        Required = true,
    }.AcceptExistingFile();

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command(
            "invoke",
            "Run a function of template.yaml once with an event, and show its log, a REPORT line and its answer."
        )
        {
            Function,
            Event,
        }.WithFunctions();
        command.SetAction((arguments, cancellationToken) => RunAsync(console, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, ParseResult arguments, CancellationToken cancellationToken)
    {
        // The user did not ask for the sample flows to be published; that log would hide the log of the invocation.
        var log = new SwitchedLog(console.Profile.Out.Writer.WriteLine);
        try
        {
            await using var deployment = await ProcessDeployment.StartAsync(
                FunctionCommandOptions.Read(arguments, log.Write),
                cancellationToken
            );
            var name = arguments.GetValue(Function)!;
            if (deployment.Lambda.Find(name) is not { } function)
            {
                console.WriteLine(
                    $"The template has no function {name}; it has "
                        + $"{string.Join(", ", deployment.Lambda.Functions.Select(one => one.LogicalId))}."
                );
                return ExitCode.Usage;
            }

            await deployment.PublishAsync(cancellationToken);
            log.IsOn = true;
            var payload = await File.ReadAllBytesAsync(arguments.GetValue(Event)!.FullName, cancellationToken);
            var result = await deployment.Lambda.InvokeAsync(function, payload, cancellationToken);
            log.IsOn = false;
            await console.Profile.Out.Writer.WriteLineAsync(Encoding.UTF8.GetString(result.Payload.Span));
            return result.IsError ? ExitCode.ErrorBranch : ExitCode.Expected;
        }
        catch (Exception exception) when (exception is TemplateException or JsonException)
        {
            console.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
    }
}
