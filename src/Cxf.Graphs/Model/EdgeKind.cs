namespace Cxf.Graphs.Model;

/// <summary>When an edge is taken.</summary>
public enum EdgeKind
{
    /// <summary>Always, after the step.</summary>
    Next,

    /// <summary>If a condition is true.</summary>
    Choice,

    /// <summary>If no condition is true.</summary>
    Otherwise,

    /// <summary>If the step fails.</summary>
    Error,

    /// <summary>If the flow fails after the step.</summary>
    Undo,
}
