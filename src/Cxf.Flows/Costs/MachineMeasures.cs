using Cxf.Documents.Identifiers;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Costs;

/// <summary>
/// How large a flow's machine gets with what is compiled in: known without compiling it, because that could take for ever.
/// </summary>
internal sealed class MachineMeasures
{
    /// <summary>
    /// How deep versions may be compiled into each other: deeper ones have no room for anything else within 64 levels of JSON.
    /// </summary>
    public const int MaxVersions = 12;

    /// <summary>No state is shorter: <c>"a":{"Type":"Succeed","Output":{"message":"a"}}</c>.</summary>
    private const int MinStateBytes = 40;

    private readonly CheckedFlow _flow;
    private readonly Lazy<string?> _definition;

    private MachineMeasures(CheckedFlow flow)
    {
        _flow = flow;
        States = StatesOf(flow.Flow, new PinnedWeights(flow.Context?.PinnedFlows));
        Versions = (int)VersionsOf(flow.Flow, new PinnedWeights(flow.Context?.PinnedFlows));
        _definition = new(() =>
            IsTooLarge || Versions > MaxVersions || flow.Timing is not { } timing || Target() is not { } target
                ? null
                : FlowCompiler.Compile(flow.Flow, target, timing).Definition
        );
    }

    /// <summary>How many states it has at least.</summary>
    public double States { get; }

    /// <summary>How deep versions are compiled into each other; 0 when none is compiled in.</summary>
    public int Versions { get; }

    /// <summary>Whether its states alone are more than a definition can hold.</summary>
    public bool IsTooLarge => States * MinStateBytes > ServiceLimits.DefinitionBytes;

    /// <summary>The measures of a flow whose paths are known.</summary>
    public static MachineMeasures Of(CheckedFlow flow) => new(flow);

    /// <summary>
    /// The compiled machine with names as long as they can be; null while the flow has errors, or a flow that it runs is not
    /// known.
    /// </summary>
    public string? Definition => _flow.Document.HasErrors ? null : _definition.Value;

    private static double StatesOf(FlowDefinition flow, PinnedWeights pinned) =>
        flow.AllSteps.Sum(step =>
            1 + (VersionOf(step) is { } version ? pinned.Of(version, inner => StatesOf(inner, pinned)) : 0)
        );

    private static double VersionsOf(FlowDefinition flow, PinnedWeights pinned) =>
        flow
            .AllSteps.Select(VersionOf)
            .OfType<PinnedVersion>()
            .Select(version => 1 + pinned.Of(version, inner => VersionsOf(inner, pinned)))
            .DefaultIfEmpty(0)
            .Max();

    private static PinnedVersion? VersionOf(FlowStep step) => step is RunFlowStep run ? FlowRun.VersionOf(run) : null;

    private CompilationTarget? Target()
    {
        var (live, pinned) = (_flow.Context?.LiveFlows, _flow.Context?.PinnedFlows);
        if (_flow.Runs.Any() && (live is null || pinned is null))
        {
            return null;
        }

        var arn = new string('a', 200);
        return new CompilationTarget(TenantId.Parse(new string('t', 64)), int.MaxValue, arn)
        {
            RunsTable = new string('r', 255),
            LiveFlows = (live ?? new Dictionary<FlowId, LiveFlowFacts>()).ToDictionary(
                child => child.Key,
                child => new LiveChild(arn, child.Value)
            ),
            PinnedFlows = pinned ?? new Dictionary<PinnedVersion, FlowDefinition>(),
        };
    }
}
