using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>The names that a block, function or path may bind, at compile time; each has a slot in the frame.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly List<string> _names = [];

    public Scope? Parent { get; } = parent;

    public IReadOnlyList<string> Names => _names;

    public int Count => _names.Count;

    /// <summary>The frame may outlive its call, because a function inside keeps it.</summary>
    public bool IsCaptured { get; set; }

    public int Declare(string name)
    {
        var slot = _names.IndexOf(name);
        if (slot < 0)
        {
            slot = _names.Count;
            _names.Add(name);
        }

        return slot;
    }

    /// <summary>Adds a slot even if the name exists: parameters have slots by position.</summary>
    public void DeclareParameter(string name)
    {
        _names.Add(name);
        Parameters++;
    }

    /// <summary>How many of the first slots are parameters.</summary>
    public int Parameters { get; private set; }

    /// <summary>The last slot of a name, or -1.</summary>
    public int Find(string name) => _names.LastIndexOf(name);
}

/// <summary>The variables that <c>:=</c> binds directly in one scope, not in blocks and functions inside it.</summary>
internal sealed class BoundNames : SyntaxWalker
{
    private readonly List<string> _names = [];

    public static List<string> In(IEnumerable<SyntaxNode> nodes)
    {
        var walker = new BoundNames();
        walker.VisitAll(nodes);
        return walker._names;
    }

    public override void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case LambdaNode:
                return;
            case BlockNode:
                VisitClauses(node);
                return;
            case BindNode bind:
                _names.Add(bind.Variable.Name);
                break;
            default:
                break;
        }

        base.Visit(node);
    }
}

/// <summary>All names that the steps of a path bind, including those of nested paths.</summary>
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
