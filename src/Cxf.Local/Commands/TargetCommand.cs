using System.CommandLine;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary>What the commands on a deployment have in common: opening it, and saying so when it does not answer.</summary>
internal static class TargetCommand
{
    /// <summary>Lets a command work on the deployment that its arguments name.</summary>
    public static Command OnTarget(
        this Command command, IAnsiConsole console, Func<IPublishTarget, ParseResult, TextWriter, CancellationToken, Task<int>> run)
    {
        command.WithTarget().SetAction((arguments, cancellationToken) =>
            OpenAsync(console, arguments, target => run(target, arguments, console.Profile.Out.Writer, cancellationToken)));
        return command;
    }

    /// <summary>Opens the deployment that the arguments name, and says so when it does not answer.</summary>
    public static async Task<int> OpenAsync(IAnsiConsole console, ParseResult arguments, Func<IPublishTarget, Task<int>> run)
    {
        try
        {
            await using var target = TargetOptions.Open(arguments);
            return await run(target);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException)
        {
            await console.Profile.Out.Writer.WriteLineAsync(arguments.GetValue(TargetOptions.Json)
                ? new JsonObject { ["error"] = exception.Message }.ToJsonString()
                : $"The deployment does not answer: {exception.Message}");
            return ExitCode.Unavailable;
        }
    }

    /// <summary>Asks PublishFlow about one flow or tenant, and prints what it says.</summary>
    public static async Task<int> AskAsync(
        IPublishTarget target, FlowReference what, JsonObject request, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var answer = new PublishedFlow(what.Tenant.Value, what.Flow?.Value ?? "", await target.AskAsync(what.Tenant, what.Flow, request, cancellationToken));
        if (json)
        {
            await output.WriteLineAsync(answer.Answer.GetRawText());
        }
        else
        {
            Print(answer, output);
        }

        return answer.IsDone ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Prints an answer of PublishFlow: its sentence, and each difference and diagnostic on a line of its own.</summary>
    public static void Print(PublishedFlow answer, TextWriter output)
    {
        output.WriteLine($"{answer.Name}: {answer.Message}");
        foreach (var line in answer.Differences.Concat(answer.Diagnostics))
        {
            output.WriteLine($"  {line}");
        }
    }
}
