using Cxf.Flows.Compiling;
using Cxf.Flows.Timing;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Marks;

/// <summary>Marks how long each step can take, and the slowest path.</summary>
public static class TimingMarks
{
    /// <summary>Shorter steps have no mark: a tenth of a second is what Step Functions itself takes.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(0.1);

    /// <summary>Adds the marks.</summary>
    public static void Add(GraphMarks marks, Graph graph, FlowTiming timing)
    {
        foreach (var step in timing.StepBounds().Where(step => step.WorstCase is null || step.WorstCase >= Shown))
        {
            var (badge, words) = step.WorstCase is { } most
                ? ($"≤ {ShownTime.Of(most)}", $"takes at most {ShownTime.Of(most)}")
                : ("no bound", "nothing bounds how long it takes");
            marks.Add(step.Pointer, new Mark(MarkKind.Bound, words, badge));
        }

        var scopes = graph.Body.All.ToDictionary(scope => scope.Pointer);
        foreach (var path in timing.SlowestPaths())
        {
            AddPath(marks, scopes[path.Pointer], path.Parts);
        }

        marks.Note(
            timing.Longest.WorstCase is not { } longest ? "Nothing bounds how long the flow can take."
            : timing.Type == StateMachineType.Express
                ? $"The caller waits: the flow takes at most {ShownTime.Of(longest)} of {ShownTime.Of(timing.Budget)}."
            : $"The call continues: the flow takes at most {ShownTime.Of(longest)}."
        );
    }

    private static void AddPath(GraphMarks marks, GraphScope scope, IReadOnlyList<TimedPart> parts)
    {
        var places = parts
            .SelectMany((part, index) => part.Labels.Select(label => (label, index)))
            .ToDictionary(entry => entry.label, entry => entry.index);
        var nodes = scope.Nodes.ToDictionary(node => node.Id, node => PlaceOf(node, places, parts.Count));
        foreach (var node in scope.Nodes.Where(node => !node.IsDot && nodes[node.Id] is not null))
        {
            marks.Add(node.Id, new Mark(MarkKind.Slowest, "is on the slowest path"));
        }

        foreach (var edge in scope.Edges.Where(edge => edge.Kind != EdgeKind.Undo))
        {
            if (
                (nodes[edge.From], nodes[edge.To]) is ({ } from, { } to)
                && (to == from + 1 || (to == from && parts[from].Times is not 1))
            )
            {
                marks.Add(edge.Id, new Mark(MarkKind.Slowest, "is on the slowest path"));
            }
        }
    }

    private static int? PlaceOf(GraphNode node, Dictionary<string, int> places, int count) =>
        node.Kind switch
        {
            NodeKind.Start => -1,
            NodeKind.End => count,
            _ => places.TryGetValue(node.Label, out var place) ? place : null,
        };
}
