namespace Cxf.Jsonata.Syntax;

/// <summary>A binary operator with its operands.</summary>
internal sealed class BinaryNode(BinaryOperator @operator, SyntaxNode left, SyntaxNode right, int position) : SyntaxNode(position)
{
    public BinaryOperator Operator { get; } = @operator;

    public SyntaxNode Left { get; } = left;

    public SyntaxNode Right { get; } = right;
}

internal enum BinaryOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Concatenate,
    Range,
    And,
    Or,
    In,
}

/// <summary>The text of the binary operators.</summary>
internal static class BinarySymbols
{
    private static readonly string[] Symbols =
    [
        "+",
        "-",
        "*",
        "/",
        "%",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "&",
        "..",
        "and",
        "or",
        "in",
    ];

    public static string Of(BinaryOperator @operator) => Symbols[(int)@operator];
}

/// <summary>A minus before an expression.</summary>
internal sealed class NegateNode(SyntaxNode operand, int position) : SyntaxNode(position)
{
    public SyntaxNode Operand { get; } = operand;
}

/// <summary><c>condition ? then : else</c>.</summary>
internal sealed class ConditionNode(SyntaxNode condition, SyntaxNode then, SyntaxNode? otherwise, int position)
    : SyntaxNode(position)
{
    public SyntaxNode Condition { get; } = condition;

    public SyntaxNode Then { get; } = then;

    public SyntaxNode? Otherwise { get; } = otherwise;
}

/// <summary><c>left ~&gt; right</c>: a call with the left side as first argument, or the composition of two functions.</summary>
internal sealed class ApplyNode(SyntaxNode left, SyntaxNode right, int position) : SyntaxNode(position)
{
    public SyntaxNode Left { get; } = left;

    public SyntaxNode Right { get; } = right;
}
