namespace Cxf.Jsonata.Syntax;

/// <summary>A variable; the empty name is the context, <c>$</c> the root.</summary>
internal sealed class VariableNode(string name, int start, int position) : SyntaxNode(position)
{
    /// <summary>The name without its first <c>$</c>.</summary>
    public string Name { get; } = name;

    public int Start { get; } = start;
}

/// <summary><c>$name := value</c>.</summary>
internal sealed class BindNode(VariableNode variable, SyntaxNode value, int position) : SyntaxNode(position)
{
    public VariableNode Variable { get; } = variable;

    public SyntaxNode Value { get; } = value;
}

internal sealed class LambdaNode(VariableNode[] parameters, Signatures.Signature? signature, SyntaxNode body, int position)
    : SyntaxNode(position)
{
    public VariableNode[] Parameters { get; } = parameters;

    /// <summary>The signature, or null.</summary>
    public Signatures.Signature? Signature { get; } = signature;

    public SyntaxNode Body { get; } = body;
}

/// <summary>A call, or with a <c>?</c> among the arguments a partial application.</summary>
internal sealed class CallNode(SyntaxNode procedure, SyntaxNode[] arguments, bool isPartial, int position) : SyntaxNode(position)
{
    public SyntaxNode Procedure { get; } = procedure;

    public SyntaxNode[] Arguments { get; } = arguments;

    public bool IsPartial { get; } = isPartial;

    /// <summary>The name of the procedure in errors: its name, with or without <c>$</c>, or else its first token.</summary>
    public string? ProcedureName => NodeSymbol.Of(Procedure);
}

/// <summary>The <c>?</c> of a partial application.</summary>
internal sealed class PlaceholderNode(int position) : SyntaxNode(position);
