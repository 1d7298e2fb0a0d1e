namespace Cxf.Graphs.Marks;

/// <summary>
/// What a mark says of a node or an edge. A picture shows each by a word, a sign or a pattern, and not by colour alone.
/// </summary>
public enum MarkKind
{
    /// <summary>The longest that the step can take.</summary>
    Bound,

    /// <summary>It is on the slowest path.</summary>
    Slowest,

    /// <summary>No test of the flow takes it.</summary>
    Untested,

    /// <summary>The run passed it.</summary>
    Visited,

    /// <summary>The run failed there.</summary>
    Failed,

    /// <summary>The run did not pass it.</summary>
    Skipped,

    /// <summary>Only the new version has it.</summary>
    Added,

    /// <summary>Only the old version has it.</summary>
    Removed,

    /// <summary>It differs between the versions.</summary>
    Changed,

    /// <summary>It has a mistake.</summary>
    Problem,
}
