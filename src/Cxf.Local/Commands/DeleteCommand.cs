using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Local.Output;
using Cxf.Local.Publishing;

namespace Cxf.Local.Commands;

/// <summary><c>cxf delete</c>: removes a flow or a tenant with all that belongs to it.</summary>
internal static class DeleteCommand
{
    private static readonly Argument<FlowReference> What = FlowReference.TenantOrFlow();

    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Remove it. Without --yes, the command only prints what it would remove.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command(
            "delete",
            "Remove a flow with its versions and its state machine, or a tenant with all its flows and connections."
        )
        {
            What,
            Yes,
        }.OnTarget(lines, RunAsync);

    private static async Task<int> RunAsync(
        IPublishTarget target,
        ParseResult arguments,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var what = arguments.GetValue(What)!;
        if (arguments.GetValue(Yes))
        {
            return await TargetCommand.AskAsync(
                target,
                what,
                new JsonObject { ["action"] = "delete" },
                arguments,
                lines,
                cancellationToken
            );
        }

        var missing = await TargetCommand.MissingAsync(target, what, cancellationToken);
        return TargetCommand.Refuse(
            lines,
            arguments,
            missing is null ? ExitCode.Usage : ExitCode.Refused,
            missing ?? await DescribeAsync(target, what, cancellationToken)
        );
    }

    private static async Task<string> DescribeAsync(
        IPublishTarget target,
        FlowReference what,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<string> { $"In {target.Name} this removes:" };
        var flows = what.Flow is { } flow ? [flow] : await target.Store.ListFlowsAsync(what.Tenant, cancellationToken);
        foreach (var one in flows.OrderBy(one => one.Value, StringComparer.Ordinal))
        {
            var versions = await target.Store.ListVersionsAsync(what.Tenant, one, cancellationToken);
            lines.Add(
                $"  {what.Tenant}/{one}: {FlowCommandOptions.Count(versions.Count, "version")}, and stops the runs "
                    + "that are in progress"
            );
        }

        if (what.Flow is null)
        {
            var connections = await target.Store.ListConnectionsAsync(what.Tenant, cancellationToken);
            var instances = (await target.Store.FindTenantAsync(what.Tenant, cancellationToken))?.Instances ?? [];
            lines.Add(
                $"  {what.Tenant} itself: {FlowCommandOptions.Count(connections.Count, "connection")}, "
                    + $"{FlowCommandOptions.Count(instances.Count, "Connect instance")} that may act for it, its secrets in "
                    + "Parameter Store, and the records of its runs"
            );
        }

        return string.Join(Environment.NewLine, [.. lines, "Use --yes to do it."]);
    }
}
