using System.Buffers;
using System.Text;
using System.Text.Json;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Two versions can run side by side only if ExecuteFlow may treat a run alike whichever it gets: it checks the payload, writes
/// the input and looks for the record before Step Functions chooses.
/// </summary>
internal static class CanaryRule
{
    /// <summary>Why a version cannot be a canary of another, or null if it can.</summary>
    public static string? Refusal(FlowVersion current, FlowVersion canary) =>
        current.Version == canary.Version ? $"Version {canary.Version} is the live version."
        : Canonical(current.InputContract) != Canonical(canary.InputContract)
            ? Different(current, canary, "require different payloads")
        : !current.ContactFields.Order().SequenceEqual(canary.ContactFields.Order())
            ? Different(current, canary, "use different fields of the contact")
        : current.ClaimsRuns != canary.ClaimsRuns ? Different(current, canary, "do not both record their runs")
        : null;

    private static string Different(FlowVersion current, FlowVersion canary, string how) =>
        $"Versions {current.Version} and {canary.Version} {how}, so callers cannot be split between them. Publish the "
        + "new version for all callers.";

    private static string Canonical(string json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(JsonElement.Parse(json), buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
