using System.Text.Json;

namespace Cxf.Flows.Differences;

/// <summary>
/// Which steps come, go, move and change. Labels are unique in a document, so a step is known by its label in every location.
/// </summary>
internal static class StepDifferences
{
    private const string Position = "position";
    private const string Description = "description";

    public static IEnumerable<FlowDifference> Between(JsonElement before, JsonElement after)
    {
        var (had, has) = (LocatedStep.AllIn(before), LocatedStep.AllIn(after));
        foreach (var label in has.Keys.Except(had.Keys))
        {
            yield return new(DifferenceKind.Added, "step", label, $"There is a new step {has[label]}{has[label].Where}.");
        }

        foreach (var label in had.Keys.Except(has.Keys))
        {
            yield return new(DifferenceKind.Removed, "step", label, $"The step {had[label]} is gone.");
        }

        foreach (var label in has.Keys.Intersect(had.Keys))
        {
            if (Changes(had[label], has[label]).ToList() is { Count: > 0 } changes)
            {
                yield return new(DifferenceKind.Changed, "step", label, $"The step {label}: {string.Join("; ", changes)}.");
            }
        }
    }

    private static IEnumerable<string> Changes(LocatedStep before, LocatedStep after)
    {
        if (before.Scope != after.Scope)
        {
            yield return $"is now{(after.Where.Length == 0 ? " in the flow itself" : after.Where)}";
        }

        // Where the designer draws it changes nothing for anybody.
        foreach (
            var change in ValueDifferences
                .Members(before.Own, after.Own)
                .Where(change => change.Path.Split('.', '[')[0] != Position)
        )
        {
            yield return change.Path == Description ? "its description" : change.ToString();
        }
    }
}
