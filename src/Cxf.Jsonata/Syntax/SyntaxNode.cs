namespace Cxf.Jsonata.Syntax;

/// <summary>One construct of an expression. The parser completes it; afterwards nobody changes it.</summary>
internal abstract class SyntaxNode(int position)
{
    /// <summary>Where the token ends that made the node; what errors report.</summary>
    public int Position { get; } = position;

    /// <summary>Followed by <c>[]</c>: a single result stays an array.</summary>
    public bool KeepArray { get; set; }

    /// <summary>What else is attached to the node; null for most.</summary>
    public StepClauses? Clauses { get; private set; }

    public StepClauses EnsureClauses() => Clauses ??= new StepClauses();
}
