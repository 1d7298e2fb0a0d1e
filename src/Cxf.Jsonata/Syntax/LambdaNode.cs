namespace Cxf.Jsonata.Syntax;

/// <summary>A function definition.</summary>
internal sealed class LambdaNode(VariableNode[] parameters, Signatures.Signature? signature, SyntaxNode body, int position) : SyntaxNode(position)
{
    public VariableNode[] Parameters { get; } = parameters;

    /// <summary>What the arguments must be, or null.</summary>
    public Signatures.Signature? Signature { get; } = signature;

    public SyntaxNode Body { get; } = body;
}
