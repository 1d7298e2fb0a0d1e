namespace Cxf.Jsonata.Syntax;

/// <summary>A call, or with a <c>?</c> among the arguments a partial application.</summary>
internal sealed class CallNode(SyntaxNode procedure, SyntaxNode[] arguments, bool isPartial, int position) : SyntaxNode(position)
{
    public SyntaxNode Procedure { get; } = procedure;

    public SyntaxNode[] Arguments { get; } = arguments;

    public bool IsPartial { get; } = isPartial;

    /// <summary>The procedure's name where it is one, with or without <c>$</c>.</summary>
    public string? ProcedureName => Procedure switch
    {
        VariableNode variable => variable.Name,
        NameNode name => name.Name,
        PathNode { Steps: [NameNode first, ..] } => first.Name,
        _ => null,
    };
}
