using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;
using Cxf.Local.Output;

namespace Cxf.Local.Pictures;

/// <summary>The visits of the steps that a graph has, from the history of a run.</summary>
internal static class RunVisits
{
    /// <summary>The visits, in the order in which they began.</summary>
    public static IReadOnlyList<StepVisit> Of(IReadOnlyList<HistoryRow> rows, Graph graph)
    {
        var steps = graph.ByLabel();
        var failed = FailedInside(rows);
        return
        [
            .. rows.Index()
                .Where(entry => steps.ContainsKey(entry.Item.Name))
                .Select(entry => new StepVisit(
                    entry.Item.Name,
                    entry.Item.Exited - entry.Item.Entered,
                    entry.Item.Tries,
                    entry.Item.Error,
                    NextStep(rows, entry.Index, steps)
                )
                {
                    HasFailedInside = failed.Contains(entry.Index),
                }),
        ];
    }

    // A history does not say at the parallel or the loop itself that it failed.
    private static HashSet<int> FailedInside(IReadOnlyList<HistoryRow> rows)
    {
        var failed = new HashSet<int>();
        foreach (var row in rows.Where(row => row.HasFailed))
        {
            for (var holder = row.Parent; holder is { } at && rows[at].Exited is null; holder = rows[at].Parent)
            {
                failed.Add(at);
            }
        }

        return failed;
    }

    // Some steps are compiled to several states. Those with other names are passed over.
    private static string? NextStep(IReadOnlyList<HistoryRow> rows, int index, IReadOnlyDictionary<string, GraphNode> steps)
    {
        var next = rows[index].Next;
        for (var at = index + 1; next is not null && !steps.ContainsKey(next) && at < rows.Count; at++)
        {
            if (rows[at].Name == next)
            {
                next = rows[at].Next;
            }
        }

        return next is not null && steps.ContainsKey(next) ? next : null;
    }
}
