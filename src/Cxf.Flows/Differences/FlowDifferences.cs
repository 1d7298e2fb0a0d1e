using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Differences;

/// <summary>
/// What changes between two flow documents, in the words of their author: how the caller is served, what the payload must be,
/// which steps come, go and change. It compares the documents and needs neither to be free of errors.
/// </summary>
public static class FlowDifferences
{
    private static readonly string[] Told = ["$schema", "flowId", "description", "contactFields", "input", "steps", "tests"];

    /// <summary>The differences in the order in which a document has its parts; none when they mean the same.</summary>
    public static IReadOnlyList<FlowDifference> Between(JsonSource from, JsonSource to)
    {
        var (before, after) = (from.Root, to.Root);
        if (before.ValueKind != JsonValueKind.Object || after.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(before, after)
                ? []
                : [new(DifferenceKind.Changed, "flow", "", "The document is no object on one side.")];
        }

        return
        [
            .. CostDifferences.Between(from, to),
            .. ForCallers(before, after),
            .. Others(before, after),
            .. StepDifferences.Between(before, after),
            .. Tests(before, after),
        ];
    }

    /// <summary>
    /// Of these only what others than the flow's author notice: those who call it, and who keeps its connections. How long it
    /// takes is known of each side already; null is a time that nothing bounds.
    /// </summary>
    public static IReadOnlyList<FlowDifference> ForCallers(
        (JsonSource Document, TimeSpan? WorstCase) from,
        (JsonSource Document, TimeSpan? WorstCase) to
    ) => [.. CostDifferences.Between(from.WorstCase, to.WorstCase), .. ForCallers(from.Document.Root, to.Document.Root)];

    private static IEnumerable<FlowDifference> ForCallers(JsonElement before, JsonElement after) =>
        Contact(before, after).Concat(PayloadDifferences.Between(before, after)).Concat(UseDifferences.Between(before, after));

    private static IEnumerable<FlowDifference> Contact(JsonElement before, JsonElement after)
    {
        var (had, has) = (Fields(before), Fields(after));
        return has.Except(had)
            .Select(field => new FlowDifference(DifferenceKind.Added, "contact", field, $"Runs get the contact's {field}."))
            .Concat(
                had.Except(has)
                    .Select(field => new FlowDifference(
                        DifferenceKind.Removed,
                        "contact",
                        field,
                        $"Runs no longer get the contact's {field}."
                    ))
            );
    }

    private static List<string> Fields(JsonElement flow) =>
        flow.TryGetProperty("contactFields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Select(field => field.ToString())]
            : [];

    private static IEnumerable<FlowDifference> Others(JsonElement before, JsonElement after) =>
        ValueDifferences
            .Members(before, after)
            .Where(member => !Told.Contains(member.Path.Split('.', '[')[0]))
            .Select(member => new FlowDifference(member.Kind, "flow", member.Path, $"The flow's {member}."));

    private static IEnumerable<FlowDifference> Tests(JsonElement before, JsonElement after)
    {
        var (had, has) = (ByName(before), ByName(after));
        return has
            .Keys.Except(had.Keys)
            .Select(name => new FlowDifference(DifferenceKind.Added, "test", name, $"There is a new test \"{name}\"."))
            .Concat(
                had.Keys.Except(has.Keys)
                    .Select(name => new FlowDifference(DifferenceKind.Removed, "test", name, $"The test \"{name}\" is gone."))
            )
            .Concat(
                has.Keys.Intersect(had.Keys)
                    .Where(name => !JsonElement.DeepEquals(had[name], has[name]))
                    .Select(name => new FlowDifference(
                        DifferenceKind.Changed,
                        "test",
                        name,
                        $"The test \"{name}\" asks for something else."
                    ))
            );
    }

    private static Dictionary<string, JsonElement> ByName(JsonElement flow)
    {
        var tests = new Dictionary<string, JsonElement>();
        foreach (
            var test in flow.TryGetProperty("tests", out var found) && found.ValueKind == JsonValueKind.Array
                ? found.EnumerateArray()
                : default
        )
        {
            tests[test.ValueKind == JsonValueKind.Object && test.TryGetProperty("name", out var name) ? name.ToString() : ""] =
                test;
        }

        return tests;
    }
}
