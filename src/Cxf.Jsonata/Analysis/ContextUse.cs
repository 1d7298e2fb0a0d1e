using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>Finds where an expression reads its input at the top level: there the context is the input itself.</summary>
internal sealed class ContextUse : SyntaxWalker
{
    private readonly List<JsonataContextReference> _references = [];
    private bool _atTop = true;

    public static List<JsonataContextReference> In(SyntaxNode syntax)
    {
        var walker = new ContextUse();
        walker.Visit(syntax);
        walker._references.Sort((left, right) => left.Start.CompareTo(right.Start));
        return walker._references;
    }

    public override void Visit(SyntaxNode node)
    {
        StackGuard.Check();
        switch (node)
        {
            case VariableNode { Name: "$" } root:
                Add("$$", root.Start, root.Position);
                break;
            case VariableNode { Name: "" } context when _atTop:
                Add("$", context.Start, context.Position);
                break;
            case NameNode name when _atTop:
                Add(name.Name, name.Start, name.Position);
                break;
            case WildcardNode when _atTop:
                Add("*", node.Position - 1, node.Position);
                break;
            case DescendantNode when _atTop:
                Add("**", node.Position - 2, node.Position);
                break;
            case PathNode path:
                Visit(path.Steps[0]);
                Below(() => VisitAll(path.Steps.Skip(1)));
                break;
            case TransformNode:
                Below(() => VisitParts(node));
                break;
            default:
                VisitParts(node);
                break;
        }

        // Predicates and groupings see the items, not the input.
        Below(() => VisitClauses(node));
    }

    private void Add(string text, int start, int end) => _references.Add(new JsonataContextReference(text, start, end - start));

    private void Below(Action visit)
    {
        var wasAtTop = _atTop;
        _atTop = false;
        visit();
        _atTop = wasAtTop;
    }
}
