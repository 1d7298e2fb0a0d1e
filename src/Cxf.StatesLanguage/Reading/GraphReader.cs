using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads StartAt and States, and checks that every transition has a target and every state can be reached.</summary>
internal static class GraphReader
{
    /// <summary>Reads one graph; null when it cannot be run.</summary>
    /// <param name="graph">The object with StartAt and States.</param>
    /// <param name="isIsolated">Whether the states see no variables from outside.</param>
    public static StateGraph? Read(Node graph, bool isIsolated = false)
    {
        if (!graph.Require("StartAt", "States"))
        {
            return null;
        }

        var startAt = graph.OptionalText("StartAt");
        var states = graph.Member("States")!;
        if (!states.Expect(JsonValueKind.Object))
        {
            return null;
        }

        graph.Context.Variables.Enter(states, isIsolated);
        var read = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var (name, state) in states.Members())
        {
            CheckName(state, name);
            graph.Context.References.Enter(name);
            if (state.Expect(JsonValueKind.Object) && StateReader.Read(state, name) is { } known)
            {
                read.TryAdd(name, known);
            }

            graph.Context.References.Leave();
        }

        graph.Context.Variables.Leave();
        TransitionRules.Check(graph, startAt, states);
        return startAt is not null && read.ContainsKey(startAt) ? new StateGraph(startAt, read) : null;
    }

    private static void CheckName(Node state, string name)
    {
        if (name.Length is 0 or > ServiceLimits.NameCharacters)
        {
            state.Error($"A state's name must have 1 to {ServiceLimits.NameCharacters} characters");
        }

        if (!state.Context.StateNames.Add(name))
        {
            state.Error($"There is more than one state named '{name}'", DiagnosticCodes.DuplicateState);
        }
    }
}
