using System.CommandLine;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary>What the commands on a deployment have in common: opening it, and saying so when it does not answer.</summary>
internal static class TargetCommand
{
    /// <summary>Lets a command work on the deployment that its arguments name.</summary>
    public static Command OnTarget(
        this Command command,
        IAnsiConsole console,
        Func<IPublishTarget, ParseResult, TextWriter, CancellationToken, Task<int>> run
    )
    {
        command
            .WithTarget()
            .SetAction(
                (arguments, cancellationToken) =>
                    OpenAsync(console, arguments, target => run(target, arguments, console.Profile.Out.Writer, cancellationToken))
            );
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
        catch (Exception exception)
            when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException)
        {
            return await RefuseAsync(
                console.Profile.Out.Writer,
                arguments,
                ExitCode.Unavailable,
                $"The deployment does not answer: {exception.Message}"
            );
        }
    }

    /// <summary>Prints why a command does nothing, for programs as <c>{"error": …}</c>; returns the exit code.</summary>
    public static async Task<int> RefuseAsync(TextWriter output, ParseResult arguments, int code, string message)
    {
        await output.WriteLineAsync(
            arguments.GetValue(TargetOptions.Json)
                ? new JsonObject { ["error"] = message }.ToJsonString(JsonFiles.Compact)
                : message
        );
        return code;
    }

    /// <summary>What a deployment says of a flow or tenant that it does not have; null of one that it has.</summary>
    public static async Task<string?> MissingAsync(IPublishTarget target, FlowReference what, CancellationToken cancellationToken)
    {
        var (store, tenant) = (target.Store, what.Tenant);
        var isThere = what.Flow is { } flow
            ? await store.FindDraftAsync(tenant, flow, cancellationToken) is not null
                || await store.FindLiveAsync(tenant, flow, cancellationToken) is not null
                || (await store.ListVersionsAsync(tenant, flow, cancellationToken)).Count > 0
            : await store.FindTenantAsync(tenant, cancellationToken) is not null
                || (await store.ListFlowsAsync(tenant, cancellationToken)).Count > 0;
        return isThere ? null : $"There is no {(what.Flow is null ? "tenant" : "flow")} {what} in {target.Name}.";
    }

    /// <summary>Sends PublishFlow a request about one flow or tenant, and prints the answer.</summary>
    public static async Task<int> AskAsync(
        IPublishTarget target,
        FlowReference what,
        JsonObject request,
        ParseResult arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        // Checked before the request: a request about a missing flow would be stored like one about a flow.
        if (await MissingAsync(target, what, cancellationToken) is { } missing)
        {
            return await RefuseAsync(output, arguments, ExitCode.Refused, missing);
        }

        var answer = new PublishedFlow(
            what.Tenant.Value,
            what.Flow?.Value ?? "",
            await target.AskAsync(what.Tenant, what.Flow, request, cancellationToken)
        );
        if (arguments.GetValue(TargetOptions.Json))
        {
            await output.WriteLineAsync(answer.Answer.GetRawText());
        }
        else
        {
            Print(answer, output);
        }

        return answer.IsDone ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Prints an answer of PublishFlow: its message, then each difference and diagnostic on its own line.</summary>
    public static void Print(PublishedFlow answer, TextWriter output)
    {
        output.WriteLine($"{answer.Name}: {answer.Message}");
        foreach (var line in answer.Differences.Concat(answer.Diagnostics))
        {
            output.WriteLine($"  {line}");
        }
    }
}
