using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>
/// How many evaluations nest in any case when an expression is evaluated, itself included, as the reference counts them: what
/// depends on a condition, on the number of items or on a call is left out.
/// </summary>
internal static class LeastDepth
{
    public static int Of(SyntaxNode node)
    {
        Limits.StackGuard.Check();
        return 1
            + node switch
            {
                BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } logical => Of(logical.Left),
                BinaryNode binary => Math.Max(Of(binary.Left), Of(binary.Right)),
                NegateNode negate => Of(negate.Operand),
                ConditionNode condition => Of(condition.Condition),
                ArrayNode array => OfAll(array.Items),
                ObjectNode value => OfAll(value.Pairs.Select(pair => pair.Key)),
                BlockNode block => OfAll(block.Expressions),
                BindNode bind => Of(bind.Value),
                CallNode call => Math.Max(
                    Of(call.Procedure),
                    OfAll(call.Arguments.Where(argument => argument is not PlaceholderNode))
                ),
                ApplyNode { Right: CallNode } apply => Of(apply.Left),
                ApplyNode apply => Math.Max(Of(apply.Left), Of(apply.Right)),
                PathNode { Steps: [VariableNode or ArrayNode, ..] } path => Of(path.Steps[0]),
                _ => 0,
            };
    }

    private static int OfAll(IEnumerable<SyntaxNode> nodes) => nodes.Select(Of).DefaultIfEmpty().Max();
}
