using Cxf.Graphs.Marks;

namespace Cxf.Graphs.Drawing;

/// <summary>What the lines and marks of a picture mean.</summary>
internal static class Legend
{
    /// <summary>The word on a node, or the sign on an edge, and its meaning.</summary>
    public static (string Sign, string Meaning) Of(MarkKind kind) =>
        kind switch
        {
            MarkKind.Bound => ("≤ 3 s", "The longest that the step can take, with all of its tries."),
            MarkKind.Slowest => ("thick line", "The slowest path."),
            MarkKind.Untested => ("?", "No test takes this path. A step that no test reaches has a broken border."),
            MarkKind.Visited => ("150 ms", "The run passed this step: its duration, and how often if more than once."),
            MarkKind.Failed => ("ApiTimeout", "The step failed with this error code."),
            MarkKind.Skipped => ("pale", "The run did not pass this."),
            MarkKind.Added => ("+", "New."),
            MarkKind.Removed => ("−", "Removed: broken border, label crossed out."),
            MarkKind.Changed => ("changed", "The step differs between the versions."),
            _ => ("mistake", "The document has a mistake here."),
        };

    /// <summary>The sign of an edge with a mark; null for marks that only change its line.</summary>
    public static string? EdgeSign(IReadOnlyList<Mark> marks) =>
        marks
            .Select(mark =>
                mark.Kind switch
                {
                    MarkKind.Untested => "?",
                    MarkKind.Added => "+",
                    MarkKind.Removed => "−",
                    MarkKind.Problem => "!",
                    _ => null,
                }
            )
            .FirstOrDefault(sign => sign is not null);
}
