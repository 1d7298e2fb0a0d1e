namespace Cxf.Jsonata.Syntax;

/// <summary>The nodes directly inside of a node, without its predicates and grouping.</summary>
internal static class SyntaxParts
{
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node) => node switch
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
