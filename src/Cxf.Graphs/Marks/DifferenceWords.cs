using Cxf.Documents;
using Cxf.Flows.Differences;

namespace Cxf.Graphs.Marks;

/// <summary>
/// The difference between two versions in words. A step that only has another label is renamed, as in the picture.
/// </summary>
public static class DifferenceWords
{
    /// <summary>The differences: renamed steps, then those of the documents in their order.</summary>
    public static IReadOnlyList<FlowDifference> Between(JsonSource from, JsonSource to)
    {
        var renamed = RenamedSteps.Between(from, to);
        return
        [
            .. renamed.Select(label => new FlowDifference(
                DifferenceKind.Changed,
                "step",
                label.Value,
                $"The step {label.Key} is renamed to {label.Value}."
            )),
            .. FlowDifferences.Between(RenamedSteps.Rename(from, renamed), to),
        ];
    }
}
