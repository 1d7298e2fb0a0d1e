using System.Globalization;
using Cxf.Functions.Stores;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>One state of a flow as a command names it: <c>live</c>, <c>draft</c>, a version's number, or a file.</summary>
internal static class FlowSide
{
    /// <summary>The document; null if the flow has no such state.</summary>
    public static async Task<string?> FindAsync(
        IConfigurationStore store,
        FlowReference reference,
        string side,
        CancellationToken cancellationToken
    )
    {
        var (tenant, flow) = (reference.Tenant, reference.Flow!.Value);
        if (side == "draft")
        {
            return (await store.FindDraftAsync(tenant, flow, cancellationToken))?.Document;
        }

        var number = side == "live" ? (await store.FindLiveAsync(tenant, flow, cancellationToken))?.Version : VersionOf(side);
        return number is { } found ? (await store.FindVersionAsync(tenant, flow, found, cancellationToken))?.Document
            : side != "live" ? await JsonFiles.ReadAsync(side, cancellationToken)
            : null;
    }

    /// <summary>The version that a side names by its number; null for any other side.</summary>
    public static int? VersionOf(string side) =>
        int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The message for a side that does not exist.</summary>
    public static string Missing(FlowReference reference, string side, string deployment) =>
        side == "live" ? $"{reference} has no live version in {deployment}."
        : side == "draft" ? $"{reference} has no draft in {deployment}."
        : VersionOf(side) is not null ? $"{reference} has no version {side} in {deployment}."
        : $"\"{side}\" is not a version, \"live\", \"draft\" or an existing file.";
}
