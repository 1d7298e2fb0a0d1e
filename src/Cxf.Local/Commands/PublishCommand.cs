using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Cxf.Flows;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf publish</c>: makes a deployment match a folder: tenants, instance bindings, connections, flows, all checked before any
/// is written. Then it publishes every flow and prints the secrets to set. Anything that is not in the folder stays, unless
/// <c>--prune</c> removes it.
/// </summary>
internal static class PublishCommand
{
    private static readonly Argument<DirectoryInfo> From = new Argument<DirectoryInfo>("from")
    {
        Description = "The folder with instances.json and tenants/.",
    }.AcceptExistingOnly();

    private static readonly Option<bool> Overwrite = new("--overwrite")
    {
        Description = "Replace drafts that someone saved but did not publish.",
    };

    private static readonly Option<bool> Recompile = new("--recompile")
    {
        Description = "Only recompile the live versions, after the compiler has changed.",
    };

    private static readonly Option<bool> Prune = new("--prune")
    {
        Description =
            "Remove bindings, connections and flows of the folder's tenants that are not in the folder. Lists them "
            + "and asks for --yes.",
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "With --prune: remove them." };

    private static readonly Option<string[]> Allow = new Option<string[]>("--allow")
    {
        HelpName = "code",
        Description =
            "Publish flows with this error, because the description of a connection is wrong and not the flow; it is recorded "
            + $"with the version. Can be given several times: {string.Join(", ", FlowCodes.Allowable)}.",
    }.AcceptOnlyFromAmong([.. FlowCodes.Allowable]);

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "publish",
            "Make a deployment match a folder, make its flows live, and print which secrets to set."
        )
        {
            From,
            PlaceholderOption.Set,
            Overwrite,
            Allow,
            Recompile,
            Prune,
            Yes,
        };
        command.Validators.Add(CheckTogether);
        return command.OnTarget(lines, RunAsync);
    }

    private static async Task<int> RunAsync(
        IPublishTarget target,
        ParseResult arguments,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var from = arguments.GetValue(From)!.FullName;
        using var source = new FolderConfigurationStore(from);
        if (!source.Tenants().Any())
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Usage,
                $"There are no tenants in {arguments.GetValue(From)}. Name the folder that contains instances.json and tenants/."
            );
        }

        if (PlaceholderOption.Problem(arguments, from, others: []) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, problem);
        }

        var values = PlaceholderOption.Values(arguments);
        var report = new PublishReport(target.Name) { Prunes = arguments.GetValue(Prune) };
        report.Checked.AddRange(
            await FolderCheck.RunAsync(
                from,
                values,
                new InstancesCheck(source, target.Store, report.Prunes),
                new CheckConditions { Allowed = arguments.GetValue(Allow) ?? [] },
                cancellationToken
            )
        );
        if (!report.HasErrors)
        {
            using var copy = WorkingFolder.CopyOf(from, values);
            using var folder = new FolderConfigurationStore(copy.Path);
            report.Leftovers = arguments.GetValue(Recompile)
                ? null
                : await Leftovers.FindAsync(folder, target.Store, cancellationToken);
            if (report is { Prunes: true, Leftovers.IsEmpty: false } && !arguments.GetValue(Yes))
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Usage, Question(target, report.Leftovers));
            }

            await PublishAsync(target, folder, report, arguments, cancellationToken);
        }

        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(report.ToJson());
        }
        else
        {
            report.Print(lines);
        }

        return report.IsDone ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task PublishAsync(
        IPublishTarget target,
        FolderConfigurationStore folder,
        PublishReport report,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var recompile = arguments.GetValue(Recompile);
        var (written, bound) = recompile
            ? new WrittenConfiguration([], [])
            : await new ConfigurationCopy(folder, target.Store).WriteAsync(arguments.GetValue(Overwrite), cancellationToken);
        report.Bound.AddRange(bound);
        report.NotReplaced.AddRange(written.Where(draft => draft.Revision is null));
        foreach (var (tenant, flow) in await FlowOrder.OfAsync(folder, cancellationToken))
        {
            var request =
                recompile ? new JsonObject { ["action"] = "recompile" }
                : written.Single(draft => (draft.Tenant, draft.Flow) == (tenant, flow)).Revision is { } revision
                    ? FlowPublication.PublishRequest(revision, arguments.GetValue(Allow) ?? [])
                : null;
            if (request is not null)
            {
                report.Published.Add(
                    new PublishedFlow(tenant.Value, flow.Value, await target.AskAsync(tenant, flow, request, cancellationToken))
                );
            }
        }

        if (report is { Prunes: true, IsPublished: true, Leftovers: { } leftovers })
        {
            report.Removed.AddRange(await leftovers.RemoveAsync(target, cancellationToken));
        }

        foreach (var tenant in folder.Tenants())
        {
            report.Secrets.AddRange(await SecretToSet.OfAsync(target, tenant, cancellationToken));
        }
    }

    private static string Question(IPublishTarget target, Leftovers leftovers) =>
        string.Join(
            Environment.NewLine,
            [
                $"In {target.Name}, this publishes the folder and removes:",
                .. leftovers.Descriptions.Select(leftover => "  " + leftover),
                "Runs of these flows that are in progress are stopped. Nothing was written. Use --yes to do it.",
            ]
        );

    private static void CheckTogether(CommandResult result)
    {
        if (result.GetValue(Recompile) && result.GetValue(Prune))
        {
            result.AddError("--recompile cannot be combined with --prune.");
        }

        if (result.GetValue(Yes) && !result.GetValue(Prune))
        {
            result.AddError("--yes requires --prune.");
        }
    }
}
