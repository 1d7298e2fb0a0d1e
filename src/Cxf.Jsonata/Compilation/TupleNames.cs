using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>Everything that a path's steps bind, with what nested paths hand on to it.</summary>
internal static class TupleNames
{
    public static HashSet<string> Of(SyntaxNode node)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(node, names);
        return names;
    }

    private static void Collect(SyntaxNode node, HashSet<string> names)
    {
        Limits.StackGuard.Check();
        switch (node)
        {
            case PathNode path:
                path.Steps.ForEach(step => AddStep(step, names));
                break;
            case NameNode:
                AddStep(node, names);
                break;
            case BlockNode { Clauses.IsTuple: true, Expressions: [.., var last] }:
                Collect(last, names);
                break;
            default:
                break;
        }
    }

    private static void AddStep(SyntaxNode step, HashSet<string> names)
    {
        if (step is BlockNode)
        {
            Collect(step, names);
        }

        if (step.Clauses is not { } clauses)
        {
            return;
        }

        Add(clauses.Focus, names);
        Add(clauses.Index, names);
        Add(clauses.Ancestor?.Label, names);
        clauses.Stages?.ForEach(stage => Add(stage.IndexVariable, names));
    }

    private static void Add(string? name, HashSet<string> names)
    {
        if (name is not null)
        {
            names.Add(name);
        }
    }
}
