using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>Finds the text literals that are part of every result of an expression.</summary>
internal static class TextParts
{
    /// <summary>The texts in their order; a long chain is walked from its end without recursion on its left sides.</summary>
    public static IEnumerable<string> Of(SyntaxNode node)
    {
        var open = new Stack<SyntaxNode>([node]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case StringNode { Clauses: null } text:
                    yield return text.Value;
                    break;
                case BinaryNode { Operator: BinaryOperator.Concatenate, Clauses: null } joined:
                    open.Push(joined.Right);
                    open.Push(joined.Left);
                    break;
                case BlockNode { Expressions: [var only], Clauses: null }:
                    open.Push(only);
                    break;
            }
        }
    }
}
