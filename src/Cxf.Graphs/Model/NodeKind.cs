namespace Cxf.Graphs.Model;

/// <summary>What a node does, and so its shape in the picture.</summary>
public enum NodeKind
{
    /// <summary>The place where a flow, a branch or the body of a loop starts.</summary>
    Start,

    /// <summary>The place where a branch or the body of a loop ends with a result.</summary>
    End,

    /// <summary>A call to a third party, or another task.</summary>
    Call,

    /// <summary>A fork with conditions.</summary>
    Decision,

    /// <summary>Variables that are set.</summary>
    Transform,

    /// <summary>A wait.</summary>
    Wait,

    /// <summary>Branches that run at the same time: a box.</summary>
    Parallel,

    /// <summary>Steps that are repeated for each item: a box.</summary>
    Loop,

    /// <summary>Another flow that is run.</summary>
    Flow,

    /// <summary>The end of a flow with an answer.</summary>
    Answer,

    /// <summary>The end of a flow that fails.</summary>
    Failure,

    /// <summary>A step whose kind is missing or unknown.</summary>
    Unknown,

    /// <summary>A step that is named but does not exist.</summary>
    Missing,
}
