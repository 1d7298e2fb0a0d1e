using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>
/// Builds paths: attaches steps, predicates, groupings, order-by, focus and index to the expression before them.
/// </summary>
internal static class PathBuilder
{
    public static PathNode Join(Parser parser, SyntaxNode left, SyntaxNode right)
    {
        var path = PathNode.Of(left);
        if (left is ParentNode parent)
        {
            path.EnsureClauses().SeekingParents = [parent.Slot];
        }

        path.Steps[0] = AsStep(parser, path.Steps[0]);
        if (right is PathNode rest)
        {
            foreach (var step in rest.Steps)
            {
                AddStep(parser, path, step);
            }
        }
        else
        {
            if (right.Clauses?.Predicates is { } predicates)
            {
                right.Clauses.Stages = predicates;
                right.Clauses.Predicates = null;
            }

            AddStep(parser, path, right);
        }

        path.KeepSingletonArray |= path.Steps[0].KeepArray;
        MarkConstructor(path.Steps[0]);
        MarkConstructor(path.Last);
        Resolve(parser, path);
        return path;
    }

    private static void AddStep(Parser parser, PathNode path, SyntaxNode step)
    {
        step = AsStep(parser, step);
        path.Steps.Add(step);
        path.KeepSingletonArray |= step.KeepArray;
    }

    /// <summary>A string as a step is a field name; other literals cannot be steps.</summary>
    private static SyntaxNode AsStep(Parser parser, SyntaxNode node)
    {
        switch (node)
        {
            case NumberNode number:
                parser.Defer(Errors.LiteralStep(node.Position, JsonataValue.From(number.Value)));
                return node;
            case ConstantNode constant:
                parser.Defer(Errors.LiteralStep(node.Position, constant.Value));
                return node;
            case StringNode text:
                return text.ToName();
            default:
                return node;
        }
    }

    private static void MarkConstructor(SyntaxNode step)
    {
        if (step is ArrayNode)
        {
            step.EnsureClauses().ConstructsArray = true;
        }
    }

    public static SyntaxNode Filter(Parser parser, SyntaxNode left, SyntaxNode predicate, int position)
    {
        var result = left is NameNode ? PathNode.Of(left) : left;
        var step = result is PathNode path ? path.Last : result;
        var clauses = step.EnsureClauses();
        if (clauses.Group is not null)
        {
            parser.Defer(Errors.Syntax("S0209", position));
        }

        var stage = new Stage(predicate, null, position);
        if (result is PathNode)
        {
            (clauses.Stages ??= []).Add(stage);
        }
        else
        {
            (clauses.Predicates ??= []).Add(stage);
        }

        if (parser.Parents.Any)
        {
            DeferErrors(parser, () => parser.Parents.ResolvePredicate(step, predicate));
        }

        return result;
    }

    /// <summary>
    /// <c>[]</c> keeps the array of the expression before all predicates; this is the only step for a bare name, and the step
    /// itself for a focus.
    /// </summary>
    public static SyntaxNode KeepArray(SyntaxNode left)
    {
        left.KeepArray = true;
        if (left is not PathNode path || path.Clauses is { Group: not null })
        {
            return left;
        }

        if (path.Steps is [var single])
        {
            var hasIndex =
                single.Clauses is { Index: not null }
                || single.Clauses?.Stages?.Exists(stage => stage.IndexVariable is not null) == true;
            var hasFocus = single.Clauses is { Focus: not null };
            single.KeepArray |= hasFocus || (single is NameNode && !hasIndex);
            path.KeepSingletonArray |= single is NameNode && !hasIndex && !hasFocus;
        }
        else if (path.Last.Clauses is { Focus: not null })
        {
            path.Last.KeepArray = true;
        }

        return left;
    }

    public static SyntaxNode Group(Parser parser, SyntaxNode left, PairNode[] pairs, int position)
    {
        var result = left is NameNode ? PathNode.Of(left) : left;
        var clauses = result.EnsureClauses();
        if (clauses.Group is not null)
        {
            parser.Defer(Errors.Syntax("S0210", position));
        }

        clauses.Group = new GroupClause(pairs, position);
        return result;
    }

    public static PathNode Sort(Parser parser, SyntaxNode left, SortTerm[] terms, int position)
    {
        var path = PathNode.Of(left);
        var sort = new SortNode(terms, position);
        foreach (var term in terms)
        {
            parser.Parents.Push(sort, term.Expression);
        }

        path.Steps.Add(sort);
        Resolve(parser, path);
        return path;
    }

    public static SyntaxNode Focus(Parser parser, SyntaxNode left, VariableNode variable, int position)
    {
        var result = left is NameNode ? PathNode.Of(left) : left;
        var step = result is PathNode path ? path.Last : result;
        if (step.Clauses is { Stages: not null } or { Predicates: not null })
        {
            parser.Defer(Errors.Syntax("S0215", position));
        }

        if (step is SortNode)
        {
            parser.Defer(Errors.Syntax("S0216", position));
        }

        step.EnsureClauses().Focus = variable.Name;
        step.EnsureClauses().IsTuple = true;
        return result;
    }

    public static PathNode Index(SyntaxNode left, VariableNode variable, int position)
    {
        var path = PathNode.Of(left);
        var clauses = path.Last.EnsureClauses();
        if (left is not PathNode and not NameNode && clauses.Predicates is { } predicates)
        {
            clauses.Stages = predicates;
            clauses.Predicates = null;
        }

        if (clauses.Stages is null)
        {
            clauses.Index = variable.Name;
        }
        else
        {
            clauses.Stages.Add(new Stage(null, variable.Name, position));
        }

        clauses.IsTuple = true;
        return path;
    }

    private static void Resolve(Parser parser, PathNode path)
    {
        if (parser.Parents.Any)
        {
            DeferErrors(parser, () => ParentBinding.Resolve(path));
        }
    }

    private static void DeferErrors(Parser parser, Action resolve)
    {
        try
        {
            resolve();
        }
        catch (JsonataException error)
        {
            parser.Defer(error);
        }
    }
}
