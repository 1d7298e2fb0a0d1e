using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Syntax;

/// <summary>Visits every node of a tree, in the order of the text as far as the tree has it.</summary>
internal abstract class SyntaxWalker
{
    public virtual void Visit(SyntaxNode node)
    {
        StackGuard.Check();
        VisitParts(node);
        VisitClauses(node);
    }

    protected void VisitParts(SyntaxNode node) => VisitAll(SyntaxParts.Of(node));

    /// <summary>Predicates and grouping.</summary>
    protected void VisitClauses(SyntaxNode node)
    {
        if (node.Clauses is not { } clauses)
        {
            return;
        }

        foreach (var stage in clauses.Predicates ?? clauses.Stages ?? [])
        {
            if (stage.Predicate is not null)
            {
                Visit(stage.Predicate);
            }
        }

        foreach (var pair in clauses.Group?.Pairs ?? [])
        {
            Visit(pair.Key);
            Visit(pair.Value);
        }
    }

    protected void VisitAll(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }
}
