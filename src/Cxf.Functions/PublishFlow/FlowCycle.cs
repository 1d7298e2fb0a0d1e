using Cxf.Documents;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Whether a flow calls itself through other flows. Each start would start the next one until Step Functions' quotas end it, and
/// none of the flows could be the first to go live.
/// </summary>
public static class FlowCycle
{
    /// <summary>Adds to the diagnostics of a document the steps through which the flow calls itself.</summary>
    /// <param name="reading">What reading the document found.</param>
    /// <param name="source">The document.</param>
    /// <param name="flow">The flow that it is the document of.</param>
    /// <param name="documentsOf">The documents that a step runs; of a live flow as many as run side by side.</param>
    /// <param name="versionsDiffer">
    /// Whether a version is another document than the live one; false for a folder, where one file represents all versions.
    /// </param>
    public static async Task<FlowReading> CheckAsync(
        FlowReading reading,
        JsonSource source,
        FlowId flow,
        Func<CalledFlow, Task<IReadOnlyList<JsonSource>>> documentsOf,
        bool versionsDiffer
    )
    {
        var found = reading.Diagnostics.ToList();
        var said = found
            .Where(one => one.Code == FlowCodes.FlowRunsItself)
            .Select(one => JsonPointer.Parent(one.Pointer))
            .ToHashSet();
        var steps = CalledFlows.In(source.Root).Where(called => !said.Contains(called.Pointer)).ToList();
        var next = await WaysBackAsync(
            steps,
            called => called.Flow == flow && (called.Version is null || !versionsDiffer),
            documentsOf
        );

        // What the document alone shows, its own rule has said.
        foreach (var called in steps.Where(called => next.ContainsKey(called with { Pointer = "" })))
        {
            // A flow that cannot be live yet is also unknown; that it calls this flow is the reason.
            found.RemoveAll(one => one.Code == FlowCodes.ChildFlowUnknown && JsonPointer.Parent(one.Pointer) == called.Pointer);
            if (found.Count(one => one.Code == FlowCodes.FlowRunsItself) < JsonDocumentReader.MaxOfOneCode)
            {
                found.Add(RunsItself(source, called, [flow, .. Way(called with { Pointer = "" }, next)]));
            }
        }

        return found.Any(one => one.Code == FlowCodes.FlowRunsItself) ? new FlowReading(null, found) : reading;
    }

    // For each flow that leads back, the next flow on the path; null for the flow itself.
    private static async Task<Dictionary<CalledFlow, CalledFlow?>> WaysBackAsync(
        IEnumerable<CalledFlow> steps,
        Func<CalledFlow, bool> isBack,
        Func<CalledFlow, Task<IReadOnlyList<JsonSource>>> documentsOf
    )
    {
        var callers = new Dictionary<CalledFlow, List<CalledFlow>>();
        var open = new Queue<CalledFlow>();
        Meet(null, steps);
        while (open.TryDequeue(out var called))
        {
            foreach (var document in isBack(called) ? [] : await documentsOf(called))
            {
                Meet(called, CalledFlows.In(document.Root));
            }
        }

        var next = callers.Keys.Where(isBack).ToDictionary(called => called, _ => (CalledFlow?)null);
        open = new Queue<CalledFlow>(next.Keys);
        while (open.TryDequeue(out var called))
        {
            foreach (var caller in callers[called].Where(caller => next.TryAdd(caller, called)))
            {
                open.Enqueue(caller);
            }
        }

        return next;

        void Meet(CalledFlow? caller, IEnumerable<CalledFlow> calls)
        {
            foreach (var called in calls.Select(call => call with { Pointer = "" }).Distinct())
            {
                if (!callers.TryGetValue(called, out var known))
                {
                    callers[called] = known = [];
                    open.Enqueue(called);
                }

                if (caller is not null)
                {
                    known.Add(caller);
                }
            }
        }
    }

    private static IEnumerable<FlowId> Way(CalledFlow first, Dictionary<CalledFlow, CalledFlow?> next)
    {
        for (var at = first; at is not null; at = next[at])
        {
            yield return at.Flow;
        }
    }

    private static Diagnostic RunsItself(JsonSource source, CalledFlow called, IReadOnlyList<FlowId> way)
    {
        var pointer = called.Pointer + "/flowId";
        var position = source.PositionOf(pointer);
        return new Diagnostic(
            FlowCodes.FlowRunsItself,
            DiagnosticSeverity.Error,
            pointer,
            position.Line,
            position.Column,
            $"The flow calls itself: {string.Join(" → ", way)}.",
            "Remove this step, or run a flow that does not call this one. Use a loop or a forEach step to repeat steps."
        );
    }
}
