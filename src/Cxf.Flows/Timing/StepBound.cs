namespace Cxf.Flows.Timing;

/// <summary>The longest that one visit of a step can take.</summary>
/// <param name="Pointer">The location of the step in the document (RFC 6901).</param>
/// <param name="WorstCase">The longest that it can take with all of its tries and bodies; null when nothing bounds it.</param>
public sealed record StepBound(string Pointer, TimeSpan? WorstCase);

/// <summary>The slowest path through one scope of a flow.</summary>
/// <param name="Pointer">The location of the scope in the document; empty for the flow's own.</param>
/// <param name="Parts">Its steps and loops in order.</param>
public sealed record SlowestPath(string Pointer, IReadOnlyList<TimedPart> Parts);
