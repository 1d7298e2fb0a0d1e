using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>What the commands on a deployment have in common: opening it, and saying so when it does not answer.</summary>
internal static class TargetCommand
{
    /// <summary>Lets a command work on the deployment that its arguments name.</summary>
    public static Command OnTarget(
        this Command command,
        Lines lines,
        Func<IPublishTarget, ParseResult, Lines, CancellationToken, Task<int>> run
    )
    {
        command
            .WithTarget()
            .SetAction(
                (arguments, cancellationToken) =>
                    OpenAsync(lines, arguments, target => run(target, arguments, lines, cancellationToken))
            );
        return command;
    }

    /// <summary>Opens the deployment that the arguments name, and says so when it does not answer.</summary>
    public static Task<int> OpenAsync(Lines lines, ParseResult arguments, Func<IPublishTarget, Task<int>> run) =>
        WhileAnsweringAsync(
            lines,
            arguments,
            async () =>
            {
                await using var target = TargetOptions.Open(arguments);
                return await run(target);
            }
        );

    /// <summary>Works with a deployment, and says so when it does not answer.</summary>
    public static async Task<int> WhileAnsweringAsync(Lines lines, ParseResult arguments, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (NoAnswer.Is(exception))
        {
            return Refuse(lines, arguments, ExitCode.Unavailable, $"The deployment does not answer: {exception.Message}");
        }
    }

    /// <summary>Prints why a command does nothing, for programs as <c>{"error": …}</c>; returns the exit code.</summary>
    public static int Refuse(Lines lines, ParseResult arguments, int code, string message)
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(ErrorJson(message));
        }
        else
        {
            lines.Write(message);
        }

        return code;
    }

    /// <summary>Why a command does nothing, for programs.</summary>
    public static string ErrorJson(string message) => new JsonObject { ["error"] = message }.ToJsonString(JsonFiles.Compact);

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
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        // Checked before the request: a request about a missing flow would be stored like one about a flow.
        if (await MissingAsync(target, what, cancellationToken) is { } missing)
        {
            return Refuse(lines, arguments, ExitCode.Refused, missing);
        }

        var answer = new PublishedFlow(
            what.Tenant.Value,
            what.Flow?.Value ?? "",
            await target.AskAsync(what.Tenant, what.Flow, request, cancellationToken)
        );
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(answer.Answer.GetRawText());
        }
        else
        {
            Print(answer, lines);
        }

        return answer.IsDone ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Prints an answer of PublishFlow: its message, then each difference and diagnostic on its own line.</summary>
    public static void Print(PublishedFlow answer, Lines lines)
    {
        lines.Write($"{answer.Name}: {answer.Message}");
        foreach (var line in answer.Differences.Concat(answer.Diagnostics))
        {
            lines.Write($"  {line}");
        }
    }
}
