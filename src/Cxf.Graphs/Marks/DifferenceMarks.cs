using Cxf.Documents;
using Cxf.Flows.Differences;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;

namespace Cxf.Graphs.Marks;

/// <summary>
/// The difference between two versions in one picture: the new version, with the steps and paths of the old one that are gone.
/// </summary>
public static class DifferenceMarks
{
    /// <summary>What the locations of paths that are gone begin with: they are in the old document.</summary>
    public const string Old = "old:";

    /// <summary>Both versions as one graph, and the marks on it.</summary>
    public static (Graph Graph, GraphMarks Marks) Between(JsonSource from, JsonSource to)
    {
        var renamed = RenamedSteps.Between(from, to);
        from = RenamedSteps.Rename(from, renamed);
        var (before, after) = (FlowGraphReader.Read(from), FlowGraphReader.Read(to));
        var marks = new GraphMarks();
        var steps = FlowDifferences
            .Between(from, to)
            .Where(difference => difference.What == "step")
            .DistinctBy(difference => difference.Name)
            .ToDictionary(difference => difference.Name);
        var graph = after with { Body = Merge(before.Body, after.Body, steps, marks) };
        var oldLabels = renamed.ToDictionary(label => label.Value, label => label.Key);
        foreach (var node in graph.Nodes.Where(node => !node.IsDot && node.Kind != NodeKind.Missing))
        {
            if (oldLabels.TryGetValue(node.Label, out var old))
            {
                marks.Add(node.Id, new Mark(MarkKind.Changed, $"renamed from {old}", "renamed"));
            }

            if (steps.TryGetValue(node.Label, out var difference))
            {
                marks.Add(node.Id, Of(difference));
            }
        }

        var words = steps
            .Values.GroupBy(step => step.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Count()} {Word(kind.Key)}")
            .Concat(renamed.Count > 0 ? [$"{renamed.Count} renamed"] : [])
            .ToList();
        marks.Note(words.Count == 0 ? "The steps do not differ." : $"Steps: {string.Join(", ", words)}.");
        return (graph, marks);
    }

    private static GraphScope Merge(
        GraphScope before,
        GraphScope after,
        Dictionary<string, FlowDifference> steps,
        GraphMarks marks
    )
    {
        var had = before.Nodes.ToDictionary(node => node.Id);
        var nodes = after
            .Nodes.Select(node => had.TryGetValue(node.Id, out var old) ? MergeInside(old, node, steps, marks) : node)
            .ToList();
        Insert(before, nodes, steps);
        var ids = nodes.Select(node => node.Id).ToHashSet();
        var edges = after.Edges.ToList();
        foreach (var edge in before.Edges.Where(edge => ids.Contains(edge.From) && ids.Contains(edge.To)))
        {
            if (!after.Edges.Any(other => IsSame(edge, other)))
            {
                var gone = edge with { Cases = [.. edge.Cases.Select(one => one with { Pointer = Old + one.Pointer })] };
                edges.Add(gone);
                marks.Add(gone.Id, new Mark(MarkKind.Removed, "removed"));
            }
        }

        foreach (var edge in after.Edges.Where(edge => !before.Edges.Any(other => IsSame(edge, other))))
        {
            marks.Add(edge.Id, new Mark(MarkKind.Added, "new"));
        }

        return after with
        {
            Nodes = nodes,
            Edges = edges,
        };
    }

    // Branches are known by their names, and a loop has one body.
    private static GraphNode MergeInside(
        GraphNode before,
        GraphNode after,
        Dictionary<string, FlowDifference> steps,
        GraphMarks marks
    ) =>
        after with
        {
            Scopes =
            [
                .. after.Scopes.Select(scope =>
                    before.Scopes.FirstOrDefault(old => old.Pointer == scope.Pointer) is { } old
                        ? Merge(old, scope, steps, marks)
                        : scope
                ),
            ],
        };

    // A step that is gone stays behind the one that it followed in the old document.
    private static void Insert(GraphScope before, List<GraphNode> nodes, Dictionary<string, FlowDifference> steps)
    {
        var last = 0;
        foreach (var node in before.Nodes)
        {
            var at = nodes.FindIndex(other => other.Id == node.Id);
            if (
                at < 0
                && !node.IsDot
                && steps.TryGetValue(node.Label, out var difference)
                && difference.Kind == DifferenceKind.Removed
            )
            {
                at = last + 1;
                nodes.Insert(at, node);
            }

            last = at < 0 ? last : at;
        }
    }

    private static bool IsSame(GraphEdge one, GraphEdge other) =>
        (one.From, one.To, one.Kind) == (other.From, other.To, other.Kind);

    private static Mark Of(FlowDifference difference) =>
        difference.Kind switch
        {
            DifferenceKind.Added => new Mark(MarkKind.Added, "new", "new"),
            DifferenceKind.Removed => new Mark(MarkKind.Removed, "removed", "removed"),
            _ => new Mark(MarkKind.Changed, difference.Text, "changed"),
        };

    private static string Word(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Added => "new",
            DifferenceKind.Removed => "removed",
            _ => "changed",
        };
}
