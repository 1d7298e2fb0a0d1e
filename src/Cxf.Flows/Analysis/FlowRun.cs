using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>A <c>runFlow</c> step of a flow, or of a version that it compiles in at any depth.</summary>
/// <param name="Way">The steps that lead to it: one of the flow itself, one of each version in between, and the step.</param>
internal sealed record FlowRun(IReadOnlyList<RunFlowStep> Way)
{
    /// <summary>The step.</summary>
    public RunFlowStep Step => Way[^1];

    /// <summary>The step of the flow itself, which problems are reported at.</summary>
    public RunFlowStep Outer => Way[0];

    /// <summary>Whether it is a step of a version that is compiled in.</summary>
    public bool IsInside => Way.Count > 1;

    /// <summary>The version that it names; null for a live flow.</summary>
    public PinnedVersion? Version => VersionOf(Step);

    /// <summary>The way as labels with arrows between them.</summary>
    public string Path => string.Join(" → ", Way.Select(step => step.Label));

    /// <summary>The version that a step names; null for a live flow.</summary>
    public static PinnedVersion? VersionOf(RunFlowStep step) =>
        step.Version is { } version ? new PinnedVersion(step.Flow, version) : null;

    /// <summary>
    /// Every such step on a shortest way. Of each step of the flow itself a version is entered once, so that what runs itself
    /// comes to an end, too.
    /// </summary>
    public static IEnumerable<FlowRun> In(FlowDefinition flow, IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned) =>
        flow.AllSteps.OfType<RunFlowStep>().SelectMany(step => From(step, pinned));

    private static IEnumerable<FlowRun> From(RunFlowStep outer, IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned)
    {
        var entered = new HashSet<PinnedVersion>();
        var open = new Queue<FlowRun>([new FlowRun([outer])]);
        while (open.TryDequeue(out var run))
        {
            yield return run;
            if (run.Version is { } version && pinned?.GetValueOrDefault(version) is { } inner && entered.Add(version))
            {
                foreach (var step in inner.AllSteps.OfType<RunFlowStep>())
                {
                    open.Enqueue(new FlowRun([.. run.Way, step]));
                }
            }
        }
    }
}
