using Cxf.Documents;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Whether a flow runs itself by way of others. Each start would start the next one: nothing but Step Functions' quotas and the
/// bill would end it, and none of the flows could be the first to go live.
/// </summary>
public static class FlowCycle
{
    /// <summary>Adds to what reading a document found the steps that lead back to its own flow.</summary>
    /// <param name="reading">What reading the document found.</param>
    /// <param name="source">The document.</param>
    /// <param name="flow">The flow that it is the document of.</param>
    /// <param name="documentsOf">The documents that a step runs; of a live flow as many as run side by side.</param>
    /// <param name="versionsDiffer">
    /// Whether a version is another document than the live one; false for a folder, where one file stands for all of them.
    /// </param>
    public static async Task<FlowReading> CheckAsync(
        FlowReading reading, JsonSource source, FlowId flow, Func<CalledFlow, Task<IReadOnlyList<JsonSource>>> documentsOf, bool versionsDiffer)
    {
        var found = reading.Diagnostics.ToList();

        // What the document alone shows, its own rule has said.
        foreach (var called in CalledFlows.In(source.Root).Where(called => !found.Any(one => Says(one, called))))
        {
            if (await WayBackAsync(called, []) is { } way)
            {
                // A flow that cannot be live yet is unknown too; that it leads back here says why.
                found.RemoveAll(one => one.Code == FlowCodes.ChildFlowUnknown && JsonPointer.Parent(one.Pointer) == called.Pointer);
                found.Add(RunsItself(source, called, [flow, .. way]));
            }
        }

        return found.Any(one => one.Code == FlowCodes.FlowRunsItself) ? new FlowReading(null, found) : reading;

        async Task<IReadOnlyList<FlowId>?> WayBackAsync(CalledFlow called, HashSet<(FlowId, int?)> met)
        {
            if (called.Flow == flow && (called.Version is null || !versionsDiffer))
            {
                return [flow];
            }

            if (!met.Add((called.Flow, called.Version)))
            {
                return null;
            }

            foreach (var document in await documentsOf(called))
            {
                foreach (var next in CalledFlows.In(document.Root))
                {
                    if (await WayBackAsync(next, met) is { } way)
                    {
                        return [called.Flow, .. way];
                    }
                }
            }

            return null;
        }
    }

    private static bool Says(Diagnostic diagnostic, CalledFlow called) =>
        diagnostic.Code == FlowCodes.FlowRunsItself && JsonPointer.Parent(diagnostic.Pointer) == called.Pointer;

    private static Diagnostic RunsItself(JsonSource source, CalledFlow called, IReadOnlyList<FlowId> way)
    {
        var pointer = called.Pointer + "/flowId";
        var position = source.PositionOf(pointer);
        return new Diagnostic(
            FlowCodes.FlowRunsItself, DiagnosticSeverity.Error, pointer, position.Line, position.Column,
            $"The flow runs itself without an end: {string.Join(" → ", way)}.",
            "Take this step out, or let it run a flow that does not come back to this one. What is to be repeated goes into a loop or a forEach step.");
    }
}
