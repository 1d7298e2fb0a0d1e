namespace Cxf.Jsonata.Syntax;

/// <summary>A string literal.</summary>
internal sealed class StringNode(string value, int start, int position) : SyntaxNode(position)
{
    public string Value { get; } = value;

    public int Start { get; } = start;

    /// <summary>The field name that the string is as a step of a path.</summary>
    public NameNode ToName()
    {
        var name = new NameNode(Value, Start, Position) { IsConverted = true, KeepArray = KeepArray };
        if (Clauses is { } clauses)
        {
            name.EnsureClauses().Predicates = clauses.Predicates;
            name.EnsureClauses().Stages = clauses.Stages;
            name.EnsureClauses().Group = clauses.Group;
            name.EnsureClauses().Focus = clauses.Focus;
            name.EnsureClauses().Index = clauses.Index;
            name.EnsureClauses().IsTuple = clauses.IsTuple;
        }

        return name;
    }
}
