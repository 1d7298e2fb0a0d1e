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

    protected void VisitParts(SyntaxNode node)
    {
        switch (node)
        {
            case PathNode path:
                VisitAll(path.Steps);
                break;
            case BinaryNode binary:
                Visit(binary.Left);
                Visit(binary.Right);
                break;
            case NegateNode negate:
                Visit(negate.Operand);
                break;
            case ArrayNode array:
                VisitAll(array.Items);
                break;
            case ObjectNode value:
                VisitPairs(value.Pairs);
                break;
            case BlockNode block:
                VisitAll(block.Expressions);
                break;
            case ConditionNode condition:
                Visit(condition.Condition);
                Visit(condition.Then);
                VisitOptional(condition.Otherwise);
                break;
            case BindNode bind:
                Visit(bind.Value);
                break;
            case CallNode call:
                Visit(call.Procedure);
                VisitAll(call.Arguments);
                break;
            case LambdaNode lambda:
                Visit(lambda.Body);
                break;
            case ApplyNode apply:
                Visit(apply.Left);
                Visit(apply.Right);
                break;
            case TransformNode transform:
                Visit(transform.Pattern);
                Visit(transform.Update);
                VisitOptional(transform.Delete);
                break;
            case SortNode sort:
                foreach (var term in sort.Terms)
                {
                    Visit(term.Expression);
                }

                break;
            default:
                break;
        }
    }

    protected void VisitClauses(SyntaxNode node)
    {
        if (node.Clauses is not { } clauses)
        {
            return;
        }

        foreach (var stage in clauses.Predicates ?? clauses.Stages ?? [])
        {
            VisitOptional(stage.Predicate);
        }

        if (clauses.Group is { } group)
        {
            VisitPairs(group.Pairs);
        }
    }

    protected void VisitPairs(IEnumerable<PairNode> pairs)
    {
        foreach (var pair in pairs)
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

    private void VisitOptional(SyntaxNode? node)
    {
        if (node is not null)
        {
            Visit(node);
        }
    }
}
