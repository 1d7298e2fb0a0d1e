namespace Cxf.Jsonata.Syntax;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class ConstantNode(JsonataValue value, int position) : SyntaxNode(position)
{
    public JsonataValue Value { get; } = value;
}

/// <summary>A number literal; a minus before it is part of it.</summary>
internal sealed class NumberNode(double value, int position) : SyntaxNode(position)
{
    public double Value { get; set; } = value;
}

internal sealed class StringNode(string value, int start, int position) : SyntaxNode(position)
{
    public string Value { get; } = value;

    public int Start { get; } = start;

    /// <summary>The string as a field name, for a step of a path.</summary>
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

internal sealed class RegexNode(string pattern, RegexFlags flags, int position) : SyntaxNode(position)
{
    public string Pattern { get; } = pattern;

    public RegexFlags Flags { get; } = flags;
}

/// <summary>How a regular expression matches.</summary>
[Flags]
internal enum RegexFlags : byte
{
    None = 0,
    IgnoreCase = 1,
    Multiline = 2,

    /// <summary>Reads code points. No expression can have it: JSONata knows <c>i</c> and <c>m</c>.</summary>
    Unicode = 4,
}
