using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>Finds counters in expressions: bounds that follow from a condition, and increments by a constant.</summary>
internal static class Counting
{
    /// <summary>The bounds that hold whenever the expression has the result <paramref name="outcome"/>.</summary>
    public static IEnumerable<JsonataBound> BoundsWhen(SyntaxNode node, bool outcome) =>
        Plain(node) switch
        {
            // All parts of a true "and" are true, and all parts of a false "or" are false; the other cases are unknown.
            BinaryNode { Operator: BinaryOperator.And } both when outcome => Both(both, outcome),
            BinaryNode { Operator: BinaryOperator.Or } either when !outcome => Both(either, outcome),
            BinaryNode comparison when Bound(comparison) is { } bound => [outcome ? bound : Opposite(bound)],
            CallNode { Procedure: VariableNode { Name: "not" }, Arguments: [var negated] } => BoundsWhen(negated, !outcome),
            _ => [],
        };

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

    private static IEnumerable<JsonataBound> Both(BinaryNode node, bool outcome) =>
        BoundsWhen(node.Left, outcome).Concat(BoundsWhen(node.Right, outcome));

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

    private static SyntaxNode Plain(SyntaxNode node) =>
        node is BlockNode { Expressions: [var only], Clauses: null } ? Plain(only) : node;

    private static string? Variable(SyntaxNode node) =>
        Plain(node) is VariableNode { Name: not ("" or "$"), Clauses: null } variable ? variable.Name : null;

    public static double? Number(SyntaxNode node) => Plain(node) is NumberNode { Clauses: null } number ? number.Value : null;
}
