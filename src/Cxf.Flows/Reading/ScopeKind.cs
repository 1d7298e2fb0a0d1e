namespace Cxf.Flows.Reading;

/// <summary>The kind of scope that a step is read in.</summary>
internal enum ScopeKind
{
    /// <summary>Among the flow's own steps: it names the next one, or answers the caller.</summary>
    Flow,

    /// <summary>In a branch or a loop's body: without a next step it ends the body with its result.</summary>
    Body,

    /// <summary>Named as the <c>undo</c> of another step, in either of them: no step follows it.</summary>
    Undo,
}
