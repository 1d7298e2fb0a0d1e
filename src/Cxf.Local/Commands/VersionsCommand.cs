using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Functions.Stores;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>cxf versions</c>: the versions of a flow, and which of them callers use.</summary>
internal static class VersionsCommand
{
    private static readonly Argument<FlowReference> Flow = FlowReference.Argument();

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("versions", "List the versions of a flow and which of them is live.") { Flow }.OnTarget(lines, RunAsync);

    private static async Task<int> RunAsync(
        IPublishTarget target,
        ParseResult arguments,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(Flow)!;
        var flow = reference.Flow!.Value;
        var versions = await target.Store.ListVersionsAsync(reference.Tenant, flow, cancellationToken);
        var live = await target.Store.FindLiveAsync(reference.Tenant, flow, cancellationToken);
        var draft = await target.Store.FindDraftAsync(reference.Tenant, flow, cancellationToken);
        if (versions.Count == 0 && draft is null)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, $"There is no flow {reference} in {target.Name}.");
        }

        lines.WriteWhole(arguments.GetValue(TargetOptions.Json) ? Json(versions, live, draft) : Text(versions, live, draft));
        return ExitCode.Done;
    }

    private static string Text(IReadOnlyList<VersionEntry> versions, LiveFlow? live, FlowDraft? draft)
    {
        var lines = versions
            .Reverse()
            .Select(version =>
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{version.Version, 7}  {version.CreatedAt:yyyy-MM-dd HH:mm}Z  {version.ContentHash[..12]}  "
                            + $"{Share(version, live)}{AllowedIn(version)}"
                    )
                    .TrimEnd()
            );
        return string.Join(
            Environment.NewLine,
            [
                "Version  Published          Content       Runs",
                .. lines,
                draft is null ? "There is no draft." : $"The draft is at revision {draft.Revision}.",
            ]
        );
    }

    private static string AllowedIn(VersionEntry version) =>
        version.Allowed.Count > 0 ? $"  published with --allow {string.Join(", ", version.Allowed)}" : "";

    private static string Share(VersionEntry version, LiveFlow? live) =>
        live?.Routes.FirstOrDefault(route => route.Version == version.Version) is { } route ? $"{route.Weight} of 100"
        : version.MachineVersionArn is null ? "never: its publish was not completed"
        : "";

    private static string Json(IReadOnlyList<VersionEntry> versions, LiveFlow? live, FlowDraft? draft) =>
        new JsonObject
        {
            ["live"] = live?.Version,
            ["draftRevision"] = draft?.Revision,
            ["versions"] = new JsonArray([
                .. versions.Select(version => new JsonObject
                {
                    ["version"] = version.Version,
                    ["publishedAt"] = version.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
                    ["contentHash"] = version.ContentHash,
                    ["stateMachineVersionArn"] = version.MachineVersionArn,
                    ["weight"] = live?.Routes.FirstOrDefault(route => route.Version == version.Version)?.Weight ?? 0,
                    ["allowed"] =
                        version.Allowed.Count > 0
                            ? new JsonArray([.. version.Allowed.Select(code => JsonValue.Create(code))])
                            : null,
                }),
            ]),
        }.ToJsonString(JsonFiles.Compact);
}
