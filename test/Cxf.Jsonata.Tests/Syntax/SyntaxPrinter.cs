using System.Text.Json;
using Cxf.Jsonata.Syntax;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Tests.Syntax;

/// <summary>Prints a tree as text, with parentheses wherever precedence matters.</summary>
internal static class SyntaxPrinter
{
    public static string Print(SyntaxNode node)
    {
        var text = PrintCore(node);
        if (node is PathNode or NameNode)
        {
            return node is PathNode ? text : text + Kept(node);
        }

        var clauses = node.Clauses;
        var printed = text + Stages(clauses?.Predicates ?? clauses?.Stages) + Bindings(clauses) + Group(clauses) + Kept(node);
        return printed;
    }

    private static string PrintCore(SyntaxNode node) =>
        node switch
        {
            // Only a string that became a name has clauses of its own that are not a step's.
            NameNode { Clauses: { Predicates: not null } or { Group: not null } } name => JsonText.Of(
                JsonataValue.From(name.Name),
                JsonText.Plain
            )
                + Stages(name.Clauses?.Predicates)
                + Group(name.Clauses),
            NameNode name => $"`{name.Name}`",
            StringNode text => JsonText.Of(JsonataValue.From(text.Value), JsonText.Plain),
            NumberNode number => NumberText.Of(number.Value),
            ConstantNode constant => constant.Value.ToString(),
            VariableNode variable => "$" + variable.Name,
            WildcardNode => "*",
            DescendantNode => "**",
            ParentNode => "%",
            RegexNode regex => $"/{regex.Pattern}/"
                + (regex.Flags.HasFlag(RegexFlags.IgnoreCase) ? "i" : "")
                + (regex.Flags.HasFlag(RegexFlags.Multiline) ? "m" : ""),
            PathNode path => Path(path),
            BinaryNode { Operator: BinaryOperator.Range } range => $"{Print(range.Left)}..{Print(range.Right)}",
            BinaryNode binary => $"({Print(binary.Left)} {BinarySymbols.Of(binary.Operator)} {Print(binary.Right)})",
            NegateNode negate => $"(-{Print(negate.Operand)})",
            ArrayNode array => $"[{List(array.Items)}]",
            ObjectNode value => $"{{{Pairs(value.Pairs)}}}",
            // These come with parentheses of their own.
            BlockNode { Expressions: [BinaryNode or NegateNode or ConditionNode or ApplyNode and { Clauses: null }] } block =>
                Print(block.Expressions[0]),
            BlockNode block => $"({string.Join("; ", block.Expressions.Select(Print))})",
            ConditionNode { Otherwise: null } condition => $"({Print(condition.Condition)} ? {Print(condition.Then)})",
            ConditionNode condition => $"({Print(condition.Condition)} ? {Print(condition.Then)} : {Print(condition.Otherwise)})",
            BindNode bind => $"${bind.Variable.Name} := {Print(bind.Value)}",
            CallNode call => $"{Print(call.Procedure)}({List(call.Arguments)})",
            PlaceholderNode => "?",
            LambdaNode lambda => $"function({List(lambda.Parameters)}){lambda.Signature?.Text}{{{Print(lambda.Body)}}}",
            ApplyNode apply => $"({Print(apply.Left)} ~> {Print(apply.Right)})",
            TransformNode transform => $"|{Print(transform.Pattern)}|{Print(transform.Update)}"
                + (transform.Delete is null ? "|" : $", {Print(transform.Delete)}|"),
            _ => throw new JsonException(node.GetType().Name),
        };

    private static string Path(PathNode path)
    {
        var text = "";
        foreach (var step in path.Steps)
        {
            if (step is SortNode sort)
            {
                var terms = sort.Terms.Select(term => (term.Descending ? ">" : "<") + Print(term.Expression));
                text += $"^({string.Join(", ", terms)}){Bindings(step.Clauses)}{Stages(step.Clauses?.Stages)}";
                continue;
            }

            var core = step is NameNode ? PrintCore(step) : Print(step);
            var own = step is NameNode ? Bindings(step.Clauses) + Stages(step.Clauses?.Stages) + Kept(step) : "";
            text += (text.Length == 0 ? "" : ".") + core + own;
        }

        return text + Group(path.Clauses) + (path.KeepArray && !path.Steps[0].KeepArray ? "[]" : "");
    }

    private static string Bindings(StepClauses? clauses) =>
        (clauses?.Focus is null ? "" : "@$" + clauses.Focus) + (clauses?.Index is null ? "" : "#$" + clauses.Index);

    private static string Stages(List<Stage>? stages) =>
        string.Concat(
            (stages ?? []).Select(stage =>
                stage.Predicate is { } predicate ? $"[{Print(predicate)}]" : "#$" + stage.IndexVariable
            )
        );

    private static string Group(StepClauses? clauses) => clauses?.Group is { } group ? $"{{{Pairs(group.Pairs)}}}" : "";

    /// <summary>An application keeps the array of either side; only that side has the brackets.</summary>
    private static string Kept(SyntaxNode node) =>
        node.KeepArray && node is not ApplyNode { Left.KeepArray: true } and not ApplyNode { Right.KeepArray: true } ? "[]" : "";

    private static string List(IEnumerable<SyntaxNode> nodes) => string.Join(", ", nodes.Select(Print));

    private static string Pairs(IEnumerable<PairNode> pairs) =>
        string.Join(", ", pairs.Select(pair => $"{Print(pair.Key)}: {Print(pair.Value)}"));
}
