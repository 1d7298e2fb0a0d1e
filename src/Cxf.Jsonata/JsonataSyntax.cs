using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata;

/// <summary>The construct that a node of the syntax tree is.</summary>
public enum JsonataSyntaxKind
{
    /// <summary>A string literal; its value is in <see cref="JsonataSyntax.Value"/>.</summary>
    String,

    /// <summary>A number literal; its value is in <see cref="JsonataSyntax.Value"/>.</summary>
    Number,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>; in <see cref="JsonataSyntax.Value"/>.</summary>
    Constant,

    /// <summary>A regular expression; its text is the name.</summary>
    Regex,

    /// <summary>A field; its name is the name.</summary>
    Field,

    /// <summary>A variable; its name has no <c>$</c>, so that of <c>$</c> is empty and that of <c>$$</c> is <c>$</c>.</summary>
    Variable,

    /// <summary><c>*</c>.</summary>
    Wildcard,

    /// <summary><c>**</c>.</summary>
    Descendants,

    /// <summary><c>%</c>.</summary>
    Parent,

    /// <summary>Steps; the parts are the steps.</summary>
    Path,

    /// <summary>An order-by, as a step of a path; the parts are the keys.</summary>
    OrderBy,

    /// <summary>An operator between two operands, also <c>~&gt;</c>; its text is the name.</summary>
    Binary,

    /// <summary>A minus before an operand.</summary>
    Negation,

    /// <summary>A condition with one or two branches.</summary>
    Condition,

    /// <summary>An array constructor.</summary>
    Array,

    /// <summary>An object constructor; the parts are names and values in turn.</summary>
    Object,

    /// <summary>Expressions in parentheses.</summary>
    Block,

    /// <summary>The binding of a variable; its name is the name.</summary>
    Binding,

    /// <summary>A call; the first part is what is called.</summary>
    Call,

    /// <summary>A call with <c>?</c> for some arguments.</summary>
    PartialCall,

    /// <summary>The <c>?</c> of a partial call.</summary>
    Placeholder,

    /// <summary>A function definition; the part is its body.</summary>
    Function,

    /// <summary>A transform: pattern, update, and the fields to delete.</summary>
    Transform,
}

/// <summary>A node of the syntax tree of an expression. Read-only.</summary>
public sealed class JsonataSyntax
{
    private readonly SyntaxNode _node;

    internal JsonataSyntax(SyntaxNode node)
    {
        _node = node;
        Parts = [.. SyntaxParts.Of(node).Select(part => new JsonataSyntax(part))];
    }

    /// <summary>The construct.</summary>
    public JsonataSyntaxKind Kind =>
        _node switch
        {
            StringNode => JsonataSyntaxKind.String,
            NumberNode => JsonataSyntaxKind.Number,
            ConstantNode => JsonataSyntaxKind.Constant,
            RegexNode => JsonataSyntaxKind.Regex,
            NameNode => JsonataSyntaxKind.Field,
            VariableNode => JsonataSyntaxKind.Variable,
            WildcardNode => JsonataSyntaxKind.Wildcard,
            DescendantNode => JsonataSyntaxKind.Descendants,
            ParentNode => JsonataSyntaxKind.Parent,
            PathNode => JsonataSyntaxKind.Path,
            SortNode => JsonataSyntaxKind.OrderBy,
            BinaryNode or ApplyNode => JsonataSyntaxKind.Binary,
            NegateNode => JsonataSyntaxKind.Negation,
            ConditionNode => JsonataSyntaxKind.Condition,
            ArrayNode => JsonataSyntaxKind.Array,
            ObjectNode => JsonataSyntaxKind.Object,
            BlockNode => JsonataSyntaxKind.Block,
            BindNode => JsonataSyntaxKind.Binding,
            CallNode { IsPartial: true } => JsonataSyntaxKind.PartialCall,
            CallNode => JsonataSyntaxKind.Call,
            LambdaNode => JsonataSyntaxKind.Function,
            TransformNode => JsonataSyntaxKind.Transform,
            _ => JsonataSyntaxKind.Placeholder,
        };

    /// <summary>The offset just after the node's token in the text, as errors report it, in UTF-16 units.</summary>
    public int Position => _node.Position;

    /// <summary>The name of a field or variable, the text of an operator or regular expression; otherwise null.</summary>
    public string? Name =>
        _node switch
        {
            NameNode name => name.Name,
            VariableNode variable => variable.Name,
            BindNode bind => bind.Variable.Name,
            RegexNode regex => regex.Pattern,
            BinaryNode binary => BinarySymbols.Of(binary.Operator),
            ApplyNode => "~>",
            _ => null,
        };

    /// <summary>The value of a literal; otherwise undefined.</summary>
    public JsonataValue Value =>
        _node switch
        {
            StringNode text => JsonataValue.From(text.Value),
            NumberNode number => JsonataValue.From(number.Value),
            ConstantNode constant => constant.Value,
            _ => default,
        };

    /// <summary>The names of a function's parameters, without <c>$</c>.</summary>
    public IReadOnlyList<string> Parameters =>
        _node is LambdaNode lambda ? [.. lambda.Parameters.Select(parameter => parameter.Name)] : [];

    /// <summary>The nodes that the construct consists of, in the order of the text.</summary>
    public IReadOnlyList<JsonataSyntax> Parts { get; }

    /// <summary>The predicates in brackets after the node.</summary>
    public IReadOnlyList<JsonataSyntax> Predicates =>
        [
            .. (_node.Clauses?.Predicates ?? _node.Clauses?.Stages ?? [])
                .Where(stage => stage.Predicate is not null)
                .Select(stage => new JsonataSyntax(stage.Predicate!)),
        ];

    /// <summary>The names and values, in turn, of the grouping in braces after the node.</summary>
    public IReadOnlyList<JsonataSyntax> Grouping =>
        [.. (_node.Clauses?.Group?.Pairs ?? []).SelectMany(pair => new JsonataSyntax[] { new(pair.Key), new(pair.Value) })];

    /// <summary>The variable that <c>@$name</c> binds after the node, without <c>$</c>, or null.</summary>
    public string? Focus => _node.Clauses?.Focus;

    /// <summary>The variable that <c>#$name</c> binds after the node, without <c>$</c>, or null.</summary>
    public string? Index =>
        _node.Clauses?.Index ?? _node.Clauses?.Stages?.Find(stage => stage.IndexVariable is not null)?.IndexVariable;

    /// <summary>Whether <c>[]</c> follows the node.</summary>
    public bool KeepsArray => _node.KeepArray;

    /// <summary>The node and every node in it, also in its predicates and its grouping, in the order of the text.</summary>
    public IEnumerable<JsonataSyntax> DescendantsAndSelf()
    {
        // A stack of its own: the tree of a generated expression can be deep.
        var open = new Stack<JsonataSyntax>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var below in node.Parts.Concat(node.Predicates).Concat(node.Grouping).Reverse())
            {
                open.Push(below);
            }
        }
    }
}
