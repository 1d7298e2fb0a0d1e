using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Cxf.Local.Templates;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf invoke</c>: one event through a function's real executable, as <c>sam local invoke</c> does it, without Docker. The
/// answer goes to standard output and the log to standard error, so that the answer can be piped.
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

    private static readonly Option<string[]> First = new("--first")
    {
        HelpName = "function=FILE",
        Description = "First invoke another function with the event in a file, for example to start the run.",
        Validators = { CheckFiles },
    };

    private static readonly Option<string[]> Draft = new("--draft")
    {
        HelpName = "tenant/flow=FILE",
        Description = "First save a file as the draft of a flow. It is not checked and not published.",
        Validators = { CheckFiles, CheckFlows },
    };

    private static readonly Option<bool> NoPublish = new("--no-publish")
    {
        Description = "Do not publish the flows of the configuration first.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "invoke",
            "Run a function of template.yaml once with an event. Prints its answer, and on standard error its log and a "
                + "REPORT line."
        )
        {
            Function,
            Event,
            First,
            Draft,
            NoPublish,
        }.WithFunctions();
        command.Add(TargetOptions.Json);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        // The user did not ask for the sample flows to be published; that log would hide the log of the invocation.
        var asJson = arguments.GetValue(TargetOptions.Json);
        if (await CalledConfiguration.ProblemAsync(arguments, cancellationToken) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, problem);
        }

        var logged = new List<string>();
        var log = new SwitchedLog(asJson ? logged.Add : arguments.InvocationConfiguration.Error.WriteLine);
        try
        {
            await using var deployment = await ProcessDeployment.StartAsync(
                FunctionCommandOptions.Read(arguments, log.Write),
                cancellationToken
            );
            var name = arguments.GetValue(Function)!;
            var first = Pairs(arguments.GetValue(First)).ToList();
            if (
                first.Select(one => one.Name).Append(name).FirstOrDefault(one => deployment.Lambda.Find(one) is null) is
                { } missing
            )
            {
                return TargetCommand.Refuse(
                    lines,
                    arguments,
                    ExitCode.Usage,
                    $"The template has no function {missing}; it has "
                        + $"{string.Join(", ", deployment.Lambda.Functions.Select(one => one.LogicalId))}."
                );
            }

            await PrepareAsync(deployment, arguments, first, cancellationToken);
            var function = deployment.Lambda.Find(name)!;
            log.IsOn = true;
            var payload = await File.ReadAllBytesAsync(arguments.GetValue(Event)!.FullName, cancellationToken);
            var result = await deployment.Lambda.InvokeAsync(function, payload, cancellationToken);
            log.IsOn = false;
            var answer = Encoding.UTF8.GetString(result.Payload.Span);
            lines.WriteWhole(asJson ? Json(answer, result.IsError, logged) : answer);
            return result.IsError ? ExitCode.ErrorBranch : ExitCode.Expected;
        }
        catch (Exception exception) when (exception is TemplateException or JsonException)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, exception.Message);
        }
    }

    private static async Task PrepareAsync(
        ProcessDeployment deployment,
        ParseResult arguments,
        IEnumerable<(string Name, string File)> first,
        CancellationToken cancellationToken
    )
    {
        if (!arguments.GetValue(NoPublish))
        {
            await deployment.PublishAsync(cancellationToken);
        }

        foreach (var (flow, file) in Pairs(arguments.GetValue(Draft)))
        {
            var reference = FlowReference.Parse(flow, needsFlow: true)!;
            var document = await File.ReadAllTextAsync(file, cancellationToken);
            await deployment.PutDraftAsync(reference.Tenant, reference.Flow!.Value, document, cancellationToken);
        }

        foreach (var (function, file) in first)
        {
            var payload = await File.ReadAllBytesAsync(file, cancellationToken);
            await deployment.Lambda.InvokeAsync(deployment.Lambda.Find(function)!, payload, cancellationToken);
        }
    }

    private static IEnumerable<(string Name, string File)> Pairs(string[]? texts) =>
        (texts ?? []).Select(text => text.Split('=', 2)).Select(parts => (parts[0], parts[1]));

    private static void CheckFiles(OptionResult result)
    {
        foreach (
            var text in result
                .Tokens.Select(token => token.Value)
                .Where(text => text.Split('=', 2) is not [{ Length: > 0 }, var file] || !File.Exists(file))
        )
        {
            result.AddError($"{result.Option.Name} takes {result.Option.HelpName} (an existing file), not \"{text}\".");
        }
    }

    private static void CheckFlows(OptionResult result)
    {
        foreach (var flow in result.Tokens.Select(token => token.Value.Split('=')[0]))
        {
            if (FlowReference.Parse(flow, needsFlow: true) is null)
            {
                result.AddError(FlowReference.Problem(flow));
            }
        }
    }

    private static string Json(string answer, bool isError, IEnumerable<string> logged) =>
        new JsonObject
        {
            ["answer"] = JsonNode.Parse(answer),
            ["isError"] = isError,
            ["log"] = new JsonArray([.. logged.Select(line => JsonValue.Create(line))]),
        }.ToJsonString(JsonFiles.Compact);
}
