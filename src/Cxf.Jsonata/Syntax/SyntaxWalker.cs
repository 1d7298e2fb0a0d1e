using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Syntax;

/// <summary>The child nodes, without predicates and grouping.</summary>
internal static class SyntaxParts
{
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node) =>
        node switch
        {
            PathNode path => path.Steps,
            BinaryNode binary => [binary.Left, binary.Right],
            NegateNode negate => [negate.Operand],
            ArrayNode array => array.Items,
            ObjectNode value => value.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }),
            BlockNode block => block.Expressions,
            ConditionNode { Otherwise: { } otherwise } condition => [condition.Condition, condition.Then, otherwise],
            ConditionNode condition => [condition.Condition, condition.Then],
            BindNode bind => [bind.Value],
            CallNode call => [call.Procedure, .. call.Arguments],
            LambdaNode lambda => [lambda.Body],
            ApplyNode apply => [apply.Left, apply.Right],
            TransformNode { Delete: { } delete } transform => [transform.Pattern, transform.Update, delete],
            TransformNode transform => [transform.Pattern, transform.Update],
            SortNode sort => sort.Terms.Select(term => term.Expression),
            _ => [],
        };
}

/// <summary>Visits every node of a tree, in the order of the text if the tree keeps it.</summary>
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
