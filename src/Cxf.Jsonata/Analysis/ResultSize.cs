using System.Runtime.CompilerServices;
using System.Text;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>
/// Estimates the size of an expression's result: the sum of string literals and of variables (or their fields by name) that reach
/// the result unchanged. Parts of values and computed values count as small.
/// </summary>
internal sealed class ResultSize(Func<string, IReadOnlyList<string>, double> sizeOf)
{
    // Functions whose results contain their arguments.
    private static readonly HashSet<string> Carriers =
    [
        "append",
        "clone",
        "join",
        "lowercase",
        "merge",
        "parse",
        "reverse",
        "shuffle",
        "sort",
        "string",
        "trim",
        "uppercase",
    ];

    private readonly Dictionary<string, double> _locals = [];

    public double SizeOf(SyntaxNode node)
    {
        if (node.Clauses is not null || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return 0;
        }

        switch (node)
        {
            case StringNode text:
                return Encoding.UTF8.GetByteCount(text.Value);
            case VariableNode variable:
                return OfVariable(variable.Name, []);
            case PathNode { Steps: [VariableNode { Clauses: null } variable, .. var fields] }
                when fields.TrueForAll(field => field is NameNode { Clauses: null }):
                return OfVariable(variable.Name, [.. fields.Select(field => ((NameNode)field).Name)]);
            case BinaryNode { Operator: BinaryOperator.Concatenate } both:
                return SizeOf(both.Left) + SizeOf(both.Right);
            case ConditionNode condition:
                return Math.Max(SizeOf(condition.Then), condition.Otherwise is { } otherwise ? SizeOf(otherwise) : 0);
            case ArrayNode array:
                return array.Items.Sum(SizeOf);
            case ObjectNode value:
                return value.Pairs.Sum(pair => SizeOf(pair.Key) + SizeOf(pair.Value));
            case BlockNode block:
                return OfBlock(block);
            case CallNode { Procedure: VariableNode { Name: var name }, IsPartial: false } call when Carriers.Contains(name):
                return call.Arguments.Sum(SizeOf);
            case ApplyNode { Right: VariableNode { Name: var name } } apply when Carriers.Contains(name):
                return SizeOf(apply.Left);
            default:
                return 0;
        }
    }

    private double OfVariable(string name, IReadOnlyList<string> fields) =>
        _locals.TryGetValue(name, out var local) ? (fields.Count == 0 ? local : 0) : sizeOf(name, fields);

    private double OfBlock(BlockNode block)
    {
        var size = 0.0;
        foreach (var expression in block.Expressions)
        {
            if (expression is BindNode bind)
            {
                size = _locals[bind.Variable.Name] = SizeOf(bind.Value);
            }
            else
            {
                size = SizeOf(expression);
            }
        }

        return size;
    }
}
