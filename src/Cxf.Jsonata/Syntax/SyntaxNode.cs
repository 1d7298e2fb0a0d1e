namespace Cxf.Jsonata.Syntax;

/// <summary>One construct of an expression. The parser completes it; afterwards it does not change.</summary>
internal abstract class SyntaxNode(int position)
{
    /// <summary>The end of the node's token; the position that errors report.</summary>
    public int Position { get; } = position;

    /// <summary>Followed by <c>[]</c>: a single result stays an array.</summary>
    public bool KeepArray { get; set; }

    /// <summary>The clauses of the node; null for most.</summary>
    public StepClauses? Clauses { get; private set; }

    public StepClauses EnsureClauses() => Clauses ??= new StepClauses();
}

/// <summary>Predicates, bindings and marks attached to a node.</summary>
internal sealed class StepClauses
{
    /// <summary>Predicates of a node that is not a step of a path.</summary>
    public List<Stage>? Predicates { get; set; }

    /// <summary>Predicates and index bindings of a step, applied to the step's result for each item.</summary>
    public List<Stage>? Stages { get; set; }

    /// <summary>The grouping after the node.</summary>
    public GroupClause? Group { get; set; }

    /// <summary><c>@$name</c>: the variable that holds the step's value while the context stays.</summary>
    public string? Focus { get; set; }

    /// <summary><c>#$name</c>: the variable that holds the value's index.</summary>
    public string? Index { get; set; }

    /// <summary>The <c>%</c> that refers to this step's context.</summary>
    public ParentSlot? Ancestor { get; set; }

    /// <summary>The node takes part in a stream of bindings.</summary>
    public bool IsTuple { get; set; }

    /// <summary>An array constructor at an end of a path, whose arrays are not flattened.</summary>
    public bool ConstructsArray { get; set; }

    /// <summary>Every <c>%</c> inside whose step has not been found yet.</summary>
    public List<ParentSlot>? SeekingParents { get; set; }
}

/// <summary>An operation on a step's result before the next step: a predicate, or the binding of an index.</summary>
internal sealed record Stage(SyntaxNode? Predicate, string? IndexVariable, int Position);

/// <summary>The grouping <c>{key: value}</c> after an expression.</summary>
internal sealed record GroupClause(PairNode[] Pairs, int Position);
