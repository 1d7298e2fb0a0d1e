using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Local.Publishing;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf delete</c>: removes a flow or a tenant with all that belongs to it.</summary>
internal static class DeleteCommand
{
    private static readonly Argument<FlowReference> What = FlowReference.TenantOrFlow();

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it. Without it the command says what it would remove." };

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console) =>
        new Command("delete", "Remove a flow with its versions and its state machine, or a tenant with all its flows and connections.") { What, Yes }
            .OnTarget(console, RunAsync);

    private static async Task<int> RunAsync(IPublishTarget target, ParseResult arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var what = arguments.GetValue(What)!;
        if (arguments.GetValue(Yes))
        {
            return await TargetCommand.AskAsync(
                target, what, new JsonObject { ["action"] = "delete" }, arguments.GetValue(TargetOptions.Json), output, cancellationToken);
        }

        var flows = what.Flow is { } flow ? [flow] : await target.Store.ListFlowsAsync(what.Tenant, cancellationToken);
        await output.WriteLineAsync($"In {target.Name} this removes:");
        foreach (var one in flows.OrderBy(one => one.Value, StringComparer.Ordinal))
        {
            var versions = await target.Store.ListVersionsAsync(what.Tenant, one, cancellationToken);
            await output.WriteLineAsync($"  {what.Tenant}/{one}: {FlowCommandOptions.Count(versions.Count, "version")}, and the runs that are under way");
        }

        await output.WriteLineAsync("Say --yes to do it.");
        return ExitCode.Usage;
    }
}
