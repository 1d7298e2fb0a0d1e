using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Which steps read a variable that a scope has from its beginning.</summary>
internal static class VariableUse
{
    /// <summary>Whether the step itself reads it, not counting its bodies.</summary>
    public static bool ByStep(FlowStep step, string variable) => step.Values.Any(value => Reads(value.Json, variable));

    /// <summary>Whether something in the step's bodies reads it.</summary>
    public static bool InBodies(FlowStep step, string variable) =>
        step.Bodies.SelectMany(body => body.AllSteps).Any(inner => ByStep(inner, variable));

    /// <summary>Whether the step makes calls whose idempotency keys, or starts runs whose names, hold the indexes of the loops around it.</summary>
    public static bool NeedsIndex(FlowStep step) => step is RestApiStep or RunFlowStep;

    /// <summary>Whether the step, or one in its bodies, does so.</summary>
    public static bool CountsPasses(FlowStep step) => NeedsIndex(step) || step.Bodies.SelectMany(body => body.AllSteps).Any(NeedsIndex);

    private static bool Reads(JsonElement value, string variable) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => Reads(member.Value, variable)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Reads(item, variable)),
        JsonValueKind.String => ExpressionResolution.Reads(value.GetString()!, variable),
        _ => false,
    };
}
