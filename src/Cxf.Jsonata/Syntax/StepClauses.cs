namespace Cxf.Jsonata.Syntax;

/// <summary>Predicates, bindings and marks attached to a node.</summary>
internal sealed class StepClauses
{
    /// <summary>Predicates of a node that is not a step of a path.</summary>
    public List<Stage>? Predicates { get; set; }

    /// <summary>Predicates and index bindings of a step, applied to what the step gives for each item.</summary>
    public List<Stage>? Stages { get; set; }

    /// <summary>The grouping behind the node.</summary>
    public GroupClause? Group { get; set; }

    /// <summary><c>@$name</c>: the variable that holds the step's value while the context stays.</summary>
    public string? Focus { get; set; }

    /// <summary><c>#$name</c>: the variable that holds the value's index.</summary>
    public string? Index { get; set; }

    /// <summary>The <c>%</c> that this step's context answers.</summary>
    public ParentSlot? Ancestor { get; set; }

    /// <summary>The node takes part in a stream of bindings.</summary>
    public bool IsTuple { get; set; }

    /// <summary>An array constructor at an end of a path, whose arrays are not flattened.</summary>
    public bool ConstructsArray { get; set; }

    /// <summary>Every <c>%</c> inside whose step has not been found yet.</summary>
    public List<ParentSlot>? SeekingParents { get; set; }
}
