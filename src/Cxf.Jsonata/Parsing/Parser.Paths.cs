using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>The operators that build paths: step, predicate, grouping, order-by, focus and index.</summary>
internal sealed partial class Parser
{
    private PathNode Join(SyntaxNode left, SyntaxNode right)
    {
        var path = PathNode.Of(left);
        if (left is ParentNode parent)
        {
            path.EnsureClauses().SeekingParents = [parent.Slot];
        }

        path.Steps[0] = AsStep(path.Steps[0]);
        if (right is PathNode rest)
        {
            foreach (var step in rest.Steps)
            {
                AddStep(path, step);
            }
        }
        else
        {
            if (right.Clauses?.Predicates is { } predicates)
            {
                right.Clauses.Stages = predicates;
                right.Clauses.Predicates = null;
            }

            AddStep(path, right);
        }

        path.KeepSingletonArray |= path.Steps[0].KeepArray;
        MarkConstructor(path.Steps[0]);
        MarkConstructor(path.Last);
        Resolve(path);
        return path;
    }

    private void AddStep(PathNode path, SyntaxNode step)
    {
        step = AsStep(step);
        path.Steps.Add(step);
        path.KeepSingletonArray |= step.KeepArray;
    }

    /// <summary>A string as a step is a field name; another literal cannot be a step.</summary>
    private SyntaxNode AsStep(SyntaxNode node)
    {
        switch (node)
        {
            case NumberNode number:
                Defer(Errors.LiteralStep(node.Position, JsonataValue.From(number.Value)));
                return node;
            case ConstantNode constant:
                Defer(Errors.LiteralStep(node.Position, constant.Value));
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

    private SyntaxNode Filter(SyntaxNode left, int position)
    {
        if (_token.Kind == TokenKind.CloseBracket)
        {
            Advance(afterOperand: false);
            return KeepArray(left);
        }

        var predicate = Expression(0);
        Expect(TokenKind.CloseBracket, afterOperand: true);
        var result = left is NameNode ? PathNode.Of(left) : left;
        var step = result is PathNode path ? path.Last : result;
        var clauses = step.EnsureClauses();
        if (clauses.Group is not null)
        {
            Defer(Errors.Syntax("S0209", position));
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

        if (_parents.Any)
        {
            DeferErrors(() => _parents.ResolvePredicate(step, predicate));
        }

        return result;
    }

    /// <summary>
    /// <c>[]</c> keeps the array of the expression in front of all predicates; for a bare name that is the path's only
    /// step, for a focus the step that has it.
    /// </summary>
    private static SyntaxNode KeepArray(SyntaxNode left)
    {
        left.KeepArray = true;
        if (left is not PathNode path || path.Clauses is { Group: not null })
        {
            return left;
        }

        if (path.Steps is [var single])
        {
            var hasIndex = single.Clauses is { Index: not null }
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

    private SyntaxNode Group(SyntaxNode left, int position)
    {
        var pairs = Pairs();
        var result = left is NameNode ? PathNode.Of(left) : left;
        var clauses = result.EnsureClauses();
        if (clauses.Group is not null)
        {
            Defer(Errors.Syntax("S0210", position));
        }

        clauses.Group = new GroupClause(pairs, position);
        return result;
    }

    private PathNode Sort(SyntaxNode left, int position)
    {
        Expect(TokenKind.OpenParenthesis, afterOperand: false);
        var terms = new List<SortTerm>();
        while (true)
        {
            var descending = _token.Kind == TokenKind.Greater;
            if (_token.Kind is TokenKind.Less or TokenKind.Greater)
            {
                Advance(afterOperand: false);
            }

            terms.Add(new SortTerm(Item(), descending));
            if (_token.Kind != TokenKind.Comma)
            {
                break;
            }

            Advance(afterOperand: false);
        }

        Expect(TokenKind.CloseParenthesis, afterOperand: false);
        var path = PathNode.Of(left);
        var sort = new SortNode([.. terms], position);
        foreach (var term in terms)
        {
            _parents.Push(sort, term.Expression);
        }

        path.Steps.Add(sort);
        Resolve(path);
        return path;
    }

    private SyntaxNode Focus(SyntaxNode left, int position)
    {
        var variable = StepVariable(TokenKind.At);
        var result = left is NameNode ? PathNode.Of(left) : left;
        var step = result is PathNode path ? path.Last : result;
        if (step.Clauses is { Stages: not null } or { Predicates: not null })
        {
            Defer(Errors.Syntax("S0215", position));
        }

        if (step is SortNode)
        {
            Defer(Errors.Syntax("S0216", position));
        }

        step.EnsureClauses().Focus = variable.Name;
        step.EnsureClauses().IsTuple = true;
        return result;
    }

    private PathNode Index(SyntaxNode left, int position)
    {
        var variable = StepVariable(TokenKind.Hash);
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

    private VariableNode StepVariable(TokenKind @operator) =>
        Expression(Operators.Power(@operator)) is var right && right is VariableNode variable
            ? variable
            : throw Errors.Syntax("S0214", right.Position, Operators.Text(@operator));

    private void Resolve(PathNode path)
    {
        if (_parents.Any)
        {
            DeferErrors(() => ParentBinding.Resolve(path));
        }
    }

    private void DeferErrors(Action resolve)
    {
        try
        {
            resolve();
        }
        catch (JsonataException error)
        {
            Defer(error);
        }
    }
}
