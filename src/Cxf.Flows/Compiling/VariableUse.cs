using System.Text.Json;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Which steps of a flow read a variable that a scope has from its beginning. What a step reads is found once.</summary>
internal sealed class VariableUse(FlowAnalysis analysis)
{
    private readonly Dictionary<FlowStep, HashSet<string>> _reads = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the step itself reads it, not counting its bodies.</summary>
    public bool ByStep(FlowStep step, string variable)
    {
        if (!_reads.TryGetValue(step, out var reads))
        {
            _reads[step] = reads = [.. step.Values.SelectMany(value => In(value.Json))];
        }

        return reads.Contains(variable);
    }

    /// <summary>Whether something in the step's bodies reads it.</summary>
    public bool InBodies(FlowStep step, string variable) =>
        step.Bodies.SelectMany(body => body.AllSteps).Any(inner => ByStep(inner, variable));

    /// <summary>
    /// Whether the step makes calls whose idempotency keys, or starts runs whose names, hold the indexes of the loops around it.
    /// </summary>
    public static bool NeedsIndex(FlowStep step) => step is RestApiStep or RunFlowStep;

    /// <summary>Whether the step, or one in its bodies, does so.</summary>
    public static bool CountsPasses(FlowStep step) =>
        NeedsIndex(step) || step.Bodies.SelectMany(body => body.AllSteps).Any(NeedsIndex);

    private IEnumerable<string> In(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => In(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(In),
            JsonValueKind.String => ExpressionResolution.VariablesOf(value.GetString()!, analysis),
            _ => [],
        };
}
