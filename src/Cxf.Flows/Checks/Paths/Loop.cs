using Cxf.Flows.Analysis;

namespace Cxf.Flows.Checks.Paths;

/// <summary>Loops in the words of diagnostics.</summary>
internal static class Loop
{
    private const int MaxShownAtEnds = 10;

    public const string Fix =
        "Set a counter before the loop (\"tries\": 0), add to it inside (\"tries\": \"{% $tries + 1 %}\"), and stay "
        + "in the loop only when \"{% $tries < 5 %}\"; or add a step of kind \"wait\".";

    /// <summary>
    /// The loops that paths lead into and out of; one without a way out is a greater problem, and reported as such.
    /// </summary>
    public static IEnumerable<IReadOnlyList<int>> In(ScopeGraph scope) =>
        scope.Loops.Where(loop =>
            scope.IsReached[loop[0]]
            && scope.IsLoop(loop)
            && loop.Any(place =>
                scope.IsEnd[place] || scope.Edges[place].Any(edge => scope.ComponentOf[edge.Target] != scope.ComponentOf[place])
            )
        );

    public static string Show(ScopeGraph scope, IReadOnlyList<int> loop) =>
        Path([.. loop.Select(place => scope.Steps[place].Label), scope.Steps[loop[0]].Label]);

    /// <summary>Labels with arrows between them; of many the first and the last.</summary>
    public static string Path(IReadOnlyList<string> labels) =>
        labels.Count <= 2 * MaxShownAtEnds
            ? string.Join(" → ", labels)
            : $"{string.Join(" → ", labels.Take(MaxShownAtEnds))} → … → {string.Join(" → ", labels.TakeLast(MaxShownAtEnds))}";
}
