using System.Text.Json;

namespace Cxf.Flows.Differences;

/// <summary>
/// What a flow begins and ceases to need of its tenant (connections, other flows) and to give its caller (outputs).
/// </summary>
internal static class UseDifferences
{
    public static IEnumerable<FlowDifference> Between(JsonElement before, JsonElement after)
    {
        var (had, has) = (LocatedStep.AllIn(before).Values, LocatedStep.AllIn(after).Values);
        return
        [
            .. Between(
                "connection",
                Connections(had),
                Connections(has),
                "It calls the connection {0}, which it did not.",
                "It does not call the connection {0} any more."
            ),
            .. Between(
                "child",
                Children(had),
                Children(has),
                "It runs the flow {0}, which it did not.",
                "It does not run the flow {0} any more."
            ),
            .. Between(
                "output",
                Outputs(had),
                Outputs(has),
                "Its answers can have a new output {0}.",
                "No answer of it has the output {0} any more."
            ),
        ];
    }

    private static IEnumerable<FlowDifference> Between(
        string what,
        IEnumerable<string> had,
        IEnumerable<string> has,
        string added,
        string removed
    ) =>
        has.Except(had)
            .Select(name => new FlowDifference(DifferenceKind.Added, what, name, added.Replace("{0}", name)))
            .Concat(
                had.Except(has)
                    .Select(name => new FlowDifference(DifferenceKind.Removed, what, name, removed.Replace("{0}", name)))
            );

    private static IEnumerable<string> Connections(IEnumerable<LocatedStep> steps) =>
        steps.Where(step => step.Kind == "restApi").Select(step => step.Text("connection"));

    // The live version of a flow and one that is compiled in are different things to depend on.
    private static IEnumerable<string> Children(IEnumerable<LocatedStep> steps) =>
        steps
            .Where(step => step.Kind == "runFlow")
            .Select(step =>
                step.Own.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number
                    ? $"{step.Text("flowId")} (version {version})"
                    : step.Text("flowId")
            );

    private static IEnumerable<string> Outputs(IEnumerable<LocatedStep> steps) =>
        steps
            .Where(step =>
                step.Kind == "respond"
                && step.Own.TryGetProperty("outputs", out var outputs)
                && outputs.ValueKind == JsonValueKind.Object
            )
            .SelectMany(step => step.Own.GetProperty("outputs").EnumerateObject().Select(output => output.Name));
}
