using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>Finds counters in expressions: bounds that follow from a condition, and increments by a constant.</summary>
internal static class Counting
{
    /// <summary>The bounds that hold whenever the expression has the result <paramref name="outcome"/>.</summary>
    public static IEnumerable<JsonataBound> BoundsWhen(SyntaxNode node, bool outcome)
    {
        // A long chain of "and" is a deep tree, so it is taken apart without recursion.
        var open = new Stack<(SyntaxNode Node, bool Outcome)>([(node, outcome)]);
        while (open.TryPop(out var part))
        {
            switch (Plain(part.Node))
            {
                // All parts of a true "and" are true, and all parts of a false "or" are false; the other cases are unknown.
                case BinaryNode { Operator: BinaryOperator.And } both when part.Outcome:
                    open.Push((both.Right, true));
                    open.Push((both.Left, true));
                    break;
                case BinaryNode { Operator: BinaryOperator.Or } either when !part.Outcome:
                    open.Push((either.Right, false));
                    open.Push((either.Left, false));
                    break;
                case BinaryNode comparison when Bound(comparison) is { } bound:
                    yield return part.Outcome ? bound : Opposite(bound);
                    break;
                case CallNode { Procedure: VariableNode { Name: "not" }, Arguments: [var negated] }:
                    open.Push((negated, !part.Outcome));
                    break;
            }
        }
    }

    public static JsonataIncrement? IncrementOf(SyntaxNode node) =>
        Plain(node) switch
        {
            BinaryNode { Operator: BinaryOperator.Add } sum
                when Variable(sum.Left) is { } name && Number(sum.Right) is { } amount => new(name, amount),
            BinaryNode { Operator: BinaryOperator.Add } sum
                when Variable(sum.Right) is { } name && Number(sum.Left) is { } amount => new(name, amount),
            BinaryNode { Operator: BinaryOperator.Subtract } rest
                when Variable(rest.Left) is { } name && Number(rest.Right) is { } amount => new(name, -amount),
            _ => null,
        };

    private static JsonataBound? Bound(BinaryNode node)
    {
        var (isUpper, isIncluded) = node.Operator switch
        {
            BinaryOperator.Less => (true, false),
            BinaryOperator.LessOrEqual => (true, true),
            BinaryOperator.Greater => (false, false),
            BinaryOperator.GreaterOrEqual => (false, true),
            _ => ((bool?)null, false),
        };
        return isUpper is not { } upper ? null
            : Variable(node.Left) is { } left && Number(node.Right) is { } limit
                ? new JsonataBound(left, upper, limit, isIncluded)
            : Variable(node.Right) is { } right && Number(node.Left) is { } other
                ? new JsonataBound(right, !upper, other, isIncluded)
            : null;
    }

    private static JsonataBound Opposite(JsonataBound bound) =>
        bound with
        {
            IsUpper = !bound.IsUpper,
            IsIncluded = !bound.IsIncluded,
        };

    private static SyntaxNode Plain(SyntaxNode node)
    {
        while (node is BlockNode { Expressions: [var only], Clauses: null })
        {
            node = only;
        }

        return node;
    }

    private static string? Variable(SyntaxNode node) =>
        Plain(node) is VariableNode { Name: not ("" or "$"), Clauses: null } variable ? variable.Name : null;

    public static double? Number(SyntaxNode node) => Plain(node) is NumberNode { Clauses: null } number ? number.Value : null;
}
