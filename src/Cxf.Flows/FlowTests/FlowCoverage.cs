using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Counts which ways through a flow its tests take. Choices of one decision that lead to the same step are one way: the history
/// of a run tells where it went, not which of two conditions sent it there.
/// </summary>
internal sealed class FlowCoverage
{
    private const string ErrorPrefix = "onError/";

    private readonly List<FlowWay> _ways;

    public FlowCoverage(FlowDefinition flow) => _ways = [.. flow.AllSteps.SelectMany(WaysOf)];

    /// <summary>Every way, in the order of the document.</summary>
    public IReadOnlyList<FlowWay> Ways => _ways;

    public void Add(FlowTrace trace)
    {
        foreach (var move in trace.Moves)
        {
            var index = _ways.FindIndex(way => way.From == move.From && way.To == move.To && IsTakenBy(way, move.Error));
            if (index >= 0)
            {
                _ways[index] = _ways[index] with { Taken = _ways[index].Taken + 1 };
            }
        }
    }

    private static IEnumerable<FlowWay> WaysOf(FlowStep step)
    {
        var ways = step.Transitions.Select(transition =>
            new FlowWay(step.Label, transition.Pointer[(step.Pointer.Length + 1)..], transition.Target, transition.Pointer, 0)).ToList();

        // As they are tried: the branch for everything else is the last.
        var errors = ways.Where(way => IsError(way)).OrderBy(way => way.Name == ErrorPrefix + ErrorBranch.Any);
        return ways.Where(way => !IsError(way)).GroupBy(way => way.To)
            .Select(group => group.First() with { Name = string.Join(", ", group.Select(way => way.Name)) })
            .Concat(errors);
    }

    private static bool IsError(FlowWay way) => way.Name.StartsWith(ErrorPrefix, StringComparison.Ordinal);

    private static bool IsTakenBy(FlowWay way, string? error)
    {
        if (error is null || !IsError(way))
        {
            return error is null && !IsError(way);
        }

        var word = way.Name[ErrorPrefix.Length..];
        return word == ErrorBranch.Any || word == error;
    }
}
