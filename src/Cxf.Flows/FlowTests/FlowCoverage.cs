using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Counts which ways through a flow its tests take. Choices of one decision that lead to the same step are one way: the history
/// of a run tells where it went, not which of two conditions sent it there.
/// </summary>
internal sealed class FlowCoverage
{
    private const string Undo = "undo";
    private const string ErrorPrefix = "onError/";

    private readonly List<FlowWay> _ways;

    private readonly ILookup<(string From, string To), int> _numbers;
    private readonly Dictionary<string, int> _undos;

    public FlowCoverage(FlowDefinition flow)
    {
        _ways = [.. flow.AllSteps.SelectMany(WaysOf)];
        _undos = _ways
            .Index()
            .Where(way => way.Item.Name == Undo)
            .DistinctBy(way => way.Item.To)
            .ToDictionary(way => way.Item.To, way => way.Index);
        _numbers = _ways.Index().ToLookup(way => (way.Item.From, way.Item.To), way => way.Index);
    }

    /// <summary>Every way, in the order of the document.</summary>
    public IReadOnlyList<FlowWay> Ways => _ways;

    public void Add(FlowTrace trace)
    {
        foreach (var move in trace.Moves)
        {
            // Whatever step failed before it, an undo step is that of one step.
            if (_undos.TryGetValue(move.To, out var undo))
            {
                _ways[undo] = _ways[undo] with { Taken = _ways[undo].Taken + 1 };
                continue;
            }

            foreach (var number in _numbers[(move.From, move.To)].Where(number => IsTakenBy(_ways[number], move.Error)).Take(1))
            {
                _ways[number] = _ways[number] with { Taken = _ways[number].Taken + 1 };
            }
        }
    }

    private static IEnumerable<FlowWay> WaysOf(FlowStep step)
    {
        var ways = step
            .Transitions.Select(transition => Way(step, transition.Pointer[(step.Pointer.Length + 1)..], transition))
            .ToList();

        // As they are tried: the branch for everything else is the last.
        var errors = ways.Where(way => IsError(way)).OrderBy(way => way.Name == ErrorPrefix + ErrorBranch.Any);
        return ways.Where(way => !IsError(way))
            .GroupBy(way => way.To)
            .Select(group =>
                group.First() with
                {
                    Name = string.Join(", ", group.Select(way => way.Name)),
                    When = string.Join(", or ", group.Select(way => way.When)),
                }
            )
            .Concat(errors)
            .Concat(step.Undo is { } undo ? [Way(step, Undo, undo)] : []);
    }

    private static FlowWay Way(FlowStep step, string name, StepTransition transition) =>
        new(step.Label, name, transition.Target, transition.Pointer, 0) { When = When(step, name, transition) };

    private static string When(FlowStep step, string name, StepTransition transition) =>
        name == Undo ? $"the flow fails after {step.Label} succeeded"
        : name == ErrorPrefix + ErrorBranch.Any ? $"{step.Label} ends with an error that no other branch takes"
        : name.StartsWith(ErrorPrefix, StringComparison.Ordinal) ? $"{step.Label} ends with {name[ErrorPrefix.Length..]}"
        : step is not DecisionStep decision ? $"{step.Label} ends well"
        : decision
            .Choices.Where(choice => ReferenceEquals(choice.Next, transition))
            .Select(choice => choice.When.Json.ToString())
            .FirstOrDefault()
            is { } condition
            ? $"{string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} is true"
        : $"no choice of {step.Label} is true";

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
