namespace Cxf.Jsonata.Syntax;

/// <summary>A call, or with a <c>?</c> among the arguments a partial application.</summary>
internal sealed class CallNode(SyntaxNode procedure, SyntaxNode[] arguments, bool isPartial, int position) : SyntaxNode(position)
{
    public SyntaxNode Procedure { get; } = procedure;

    public SyntaxNode[] Arguments { get; } = arguments;

    public bool IsPartial { get; } = isPartial;

    /// <summary>What errors call the procedure: its name where it has one, with or without <c>$</c>, else its first token.</summary>
    public string? ProcedureName => NodeSymbol.Of(Procedure);
}
