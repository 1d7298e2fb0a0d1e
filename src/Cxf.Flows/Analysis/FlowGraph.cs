using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// A whole flow as graphs with the flow of its data. A flow whose steps or branches could not all be read has no graph, because
/// its paths are unknown.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<FlowStep, (ScopeGraph Scope, int Place)> _places = new(ReferenceEqualityComparer.Instance);

    public FlowGraph(FlowDefinition flow, FlowAnalysis analysis)
    {
        Flow = flow;
        Root = new ScopeGraph(flow.Body, null, -1);
        Scopes = [.. Root.All];
        Data = DataFlow.Of(Root, analysis);
        foreach (var scope in Scopes)
        {
            foreach (var (place, step) in scope.Steps.Index())
            {
                _places[step] = (scope, place);
            }
        }
    }

    public FlowDefinition Flow { get; }

    /// <summary>The flow's own scope.</summary>
    public ScopeGraph Root { get; }

    /// <summary>All scopes, each before those inside of it.</summary>
    public IReadOnlyList<ScopeGraph> Scopes { get; }

    public DataFlow Data { get; }

    /// <summary>The location of a step in the graph.</summary>
    public (ScopeGraph Scope, int Place) PlaceOf(FlowStep step) => _places[step];

    /// <summary>
    /// Whether the paths of a flow being read are known: all of its steps and of the ways between them could be read.
    /// </summary>
    public static bool IsWhole(FlowDefinition flow, JsonDocumentReader document) => IsWhole(flow.Body, document.Root.Element);

    private static bool IsWhole(StepScope scope, JsonElement written)
    {
        if (!written.TryGetProperty("steps", out var steps) || steps.GetPropertyCount() != scope.Steps.Count)
        {
            return false;
        }

        var labels = scope.Steps.Select(step => step.Label).ToHashSet();
        return labels.Count == scope.Steps.Count
            && labels.Contains(scope.Start)
            && scope.Steps.All(step => step.Transitions.All(transition => labels.Contains(transition.Target)))
            && scope
                .Steps.Zip(steps.EnumerateObject())
                .All(pair => WaysAreWhole(pair.First, pair.Second.Value) && BodiesAreWhole(pair.First, pair.Second.Value));
    }

    // A choice or an error branch that could not be read leads somewhere all the same.
    private static bool WaysAreWhole(FlowStep step, JsonElement written) =>
        (
            step is not DecisionStep decision
            || (
                written.TryGetProperty("choices", out var choices)
                && choices.ValueKind == JsonValueKind.Array
                && choices.GetArrayLength() == decision.Choices.Count
            )
        )
        && (
            !written.TryGetProperty("onError", out var onError)
            || onError.ValueKind == JsonValueKind.Null
            || (onError.ValueKind == JsonValueKind.Object && onError.GetPropertyCount() == StepFacts.ErrorBranches(step).Count)
        );

    private static bool BodiesAreWhole(FlowStep step, JsonElement written) =>
        step switch
        {
            ForEachStep loop => IsWhole(loop.Body, written),
            ParallelStep parallel => written.GetProperty("branches").GetPropertyCount() == parallel.Branches.Count
                && parallel
                    .Branches.Zip(written.GetProperty("branches").EnumerateObject())
                    .All(pair => IsWhole(pair.First.Body, pair.Second.Value)),
            _ => true,
        };
}
