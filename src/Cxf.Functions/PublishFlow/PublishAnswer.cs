using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Differences;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>The values of <c>status</c> in a publish answer.</summary>
public static class PublishStatus
{
    /// <summary>The request was executed, and the flow is live.</summary>
    public const string Published = "PUBLISHED";

    /// <summary>The live version is already the same; nothing was changed.</summary>
    public const string Unchanged = "UNCHANGED";

    /// <summary>The flow or tenant was removed.</summary>
    public const string Deleted = "DELETED";

    /// <summary>The request or the flow is wrong; nothing was changed.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Another publisher was faster, or the draft has changed; check it and try again.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>
    /// The request could not be executed. The live version is unchanged, and the next try continues from this point.
    /// </summary>
    public const string Failed = "FAILED";
}

/// <summary>What came of a request to publish.</summary>
/// <param name="Status">One of <see cref="PublishStatus"/>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Version">The version that is live now; 0 when none is.</param>
/// <param name="AliasArn">The alias that starts it; empty when none does.</param>
/// <param name="Diagnostics">Everything noticed in the flow's document.</param>
public sealed record PublishAnswer(
    string Status,
    string Message,
    int Version,
    string AliasArn,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>The longest duration of the flow and the cost of its runs; null if it was not compiled.</summary>
    public FlowCost? Cost { get; init; }

    /// <summary>
    /// What changes for callers and for who keeps the connections, when a flow goes to another version than its newest.
    /// </summary>
    public IReadOnlyList<FlowDifference> Differences { get; init; } = [];

    /// <summary>The answer as the function gives it.</summary>
    public JsonElement ToJson() =>
        JsonOutput.Element(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("status", Status);
                writer.WriteString("message", Message);
                writer.WriteNumber("version", Version);
                writer.WriteString("stateMachineAliasArn", AliasArn);
                writer.WritePropertyName("diagnostics");
                DiagnosticsJson.Write(writer, Diagnostics);
                writer.WriteStartArray("differences");
                foreach (var difference in Differences)
                {
                    difference.Write(writer);
                }

                writer.WriteEndArray();
                Cost?.Shortened().Write(writer);
                writer.WriteEndObject();
            },
            JsonOutput.Relaxed
        );

    internal static PublishAnswer Rejected(string message, IReadOnlyList<Diagnostic>? diagnostics = null) =>
        Of(PublishStatus.Rejected, message, null, diagnostics);

    internal static PublishAnswer Overtaken(LiveFlow? live) =>
        Of(PublishStatus.Conflict, "Another publisher was faster. Check what is live and try again.", live);

    internal static PublishAnswer Of(
        string status,
        string message,
        LiveFlow? live,
        IReadOnlyList<Diagnostic>? diagnostics = null
    ) => new(status, message, live?.Version ?? 0, live?.AliasArn ?? "", diagnostics ?? []);
}
