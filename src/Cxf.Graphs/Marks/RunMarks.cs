using System.Globalization;
using System.Text.RegularExpressions;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Marks;

/// <summary>Marks the path of a run with its times. The steps that the run did not pass are pale.</summary>
public static partial class RunMarks
{
    private const int MaxErrorLength = 60;

    /// <summary>Adds the marks.</summary>
    /// <param name="marks">Where to.</param>
    /// <param name="graph">The graph of the version that ran.</param>
    /// <param name="visits">The visits, in the order in which they began.</param>
    public static void Add(GraphMarks marks, Graph graph, IReadOnlyList<StepVisit> visits)
    {
        var byLabel = visits.ToLookup(visit => visit.Label);
        foreach (var scope in graph.Body.All)
        {
            foreach (var node in scope.Nodes.Where(node => !node.IsDot))
            {
                foreach (var mark in Of([.. byLabel[node.Label]]))
                {
                    marks.Add(node.Id, mark);
                }
            }

            AddEdges(marks, scope, byLabel);
        }
    }

    private static IEnumerable<Mark> Of(IReadOnlyList<StepVisit> visits)
    {
        if (visits.Count == 0)
        {
            yield return new Mark(MarkKind.Skipped, "not passed by the run");
            yield break;
        }

        // The run ended inside of it.
        var hasEnded = visits.Any(visit => visit.Duration is not null);
        var time = hasEnded
            ? ShownTime.Of(visits.Aggregate(TimeSpan.Zero, (sum, visit) => sum + (visit.Duration ?? TimeSpan.Zero)))
            : "not ended";
        var tries = visits.Max(visit => visit.Tries);
        var often = visits.Count > 1 ? Invariant($"{visits.Count}× ") : "";
        var tried = tries > 1 ? Invariant($", {tries} tries") : "";
        var passed =
            !hasEnded ? "passed without an end"
            : visits.Count > 1 ? Invariant($"passed {visits.Count} times in {time} together")
            : $"took {time}";
        var hasFailedInside = !hasEnded && visits.Any(visit => visit.HasFailedInside);
        yield return new Mark(MarkKind.Visited, passed + tried, hasFailedInside ? "" : often + time + tried);
        if (hasFailedInside)
        {
            yield return new Mark(MarkKind.Failed, "a step inside of it failed", "failed");
        }

        if (visits.Select(visit => visit.Error).LastOrDefault(error => error is not null) is { } failed)
        {
            yield return new Mark(MarkKind.Failed, $"failed with {Shown(failed)}", Shown(failed));
        }
    }

    private static void AddEdges(GraphMarks marks, GraphScope scope, ILookup<string, StepVisit> visits)
    {
        var nodes = scope.Nodes.ToDictionary(node => node.Id);
        var taken = scope
            .Nodes.SelectMany(node => visits[node.Label])
            .Select(visit => TakenBy(visit, scope, nodes))
            .OfType<GraphEdge>()
            .CountBy(edge => edge)
            .ToDictionary();
        foreach (var edge in scope.Edges)
        {
            var times = taken.GetValueOrDefault(edge);
            var isEntry = nodes[edge.From].Kind == NodeKind.Start && visits[nodes[edge.To].Label].Any();
            marks.Add(
                edge.Id,
                times > 1 ? new Mark(MarkKind.Visited, Invariant($"taken {times} times"))
                    : times == 1 || isEntry ? new Mark(MarkKind.Visited, "taken by the run")
                    : new Mark(MarkKind.Skipped, "not taken by the run")
            );
        }
    }

    // A history says where a run went, and not why: of two choices with one target it is not known which was true.
    private static GraphEdge? TakenBy(StepVisit visit, GraphScope scope, Dictionary<string, GraphNode> nodes)
    {
        var edges = scope.Edges.Where(edge => nodes[edge.From].Label == visit.Label && !nodes[edge.From].IsDot).ToList();
        return visit.Next is null
            ? (visit.Error is null ? edges.Find(edge => nodes[edge.To].Kind == NodeKind.End) : null)
            : edges
                .Where(edge => nodes[edge.To].Label == visit.Next && !nodes[edge.To].IsDot)
                .OrderBy(edge => edge.IsSide != (visit.Error is not null))
                .FirstOrDefault();
    }

    // An error's name comes from outside for a state machine that is not a flow's.
    private static string Shown(string error) => error.Length <= MaxErrorLength && ErrorName.IsMatch(error) ? error : "error";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.]*$")]
    private static partial Regex ErrorName { get; }
}
