using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>
/// Checks that every Next, Default and StartAt names a state of the same graph, and that every state can be reached.
/// </summary>
internal static class TransitionRules
{
    public static void Check(Node graph, string? startAt, Node states)
    {
        var names = states.Members().Select(static state => state.Name).ToHashSet(StringComparer.Ordinal);
        if (startAt is not null && !names.Contains(startAt))
        {
            graph.Member("StartAt")!.Error($"Missing 'StartAt' target: {startAt}", DiagnosticCodes.MissingTarget);
        }

        var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, state) in states.Members())
        {
            targets[name] = [];
            foreach (var target in Targets(state))
            {
                targets[name].Add(target.Text);
                if (!names.Contains(target.Text))
                {
                    target.Error($"Missing 'Next' target: {target.Text}", DiagnosticCodes.MissingTarget);
                }
            }
        }

        if (names.Count > 0 && !states.Members().Any(static state => IsTerminal(state.Node)))
        {
            graph.Context.Error(null, "Workflow has no terminal state", DiagnosticCodes.MissingEnd);
        }
        else if (startAt is not null && names.Contains(startAt))
        {
            ReportUnreached(states, targets, startAt);
        }
    }

    /// <summary>The names of the states that a state leads to.</summary>
    public static IReadOnlyList<string> TargetsOf(JsonElement state) =>
        [
            .. Targets(new Node(state, "/", new ReadingContext(StateMachineType.Standard, JsonataOptions.StepFunctions)))
                .Select(static target => target.Text)
                .Distinct(StringComparer.Ordinal),
        ];

    private static void ReportUnreached(Node states, Dictionary<string, List<string>> targets, string startAt)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([startAt]);
        while (open.TryPop(out var name))
        {
            if (reached.Add(name) && targets.TryGetValue(name, out var next))
            {
                next.ForEach(open.Push);
            }
        }

        foreach (var (name, state) in states.Members())
        {
            if (!reached.Contains(name))
            {
                state.Error($"State \"{name}\" is not reachable.", DiagnosticCodes.MissingTarget);
            }
        }
    }

    /// <summary>Whether a state ends its graph. One that is not valid is reported elsewhere.</summary>
    private static bool IsTerminal(Node state) =>
        !state.IsObject
        || !state.Has("Type")
        || (state.Member("Type") is { IsString: true } type && type.Text is nameof(StateType.Succeed) or nameof(StateType.Fail))
        || state.Member("End") is { Value.ValueKind: JsonValueKind.True };

    private static IEnumerable<Node> Targets(Node state)
    {
        if (!state.IsObject)
        {
            yield break;
        }

        foreach (var name in (string[])["Next", "Default"])
        {
            if (state.Member(name) is { IsString: true } target)
            {
                yield return target;
            }
        }

        foreach (var entry in state.Objects("Choices").Concat(state.Objects("Catch")))
        {
            if (entry.Member("Next") is { IsString: true } target)
            {
                yield return target;
            }
        }
    }
}
