namespace Cxf.Jsonata.Syntax;

/// <summary><c>%</c>: the object that the context was reached from.</summary>
internal sealed class ParentNode(ParentSlot slot, int position) : SyntaxNode(position)
{
    public ParentSlot Slot { get; } = slot;
}
