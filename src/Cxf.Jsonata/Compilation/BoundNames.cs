using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>The variables that <c>:=</c> binds directly in one scope: not in blocks and functions inside of it.</summary>
internal sealed class BoundNames : SyntaxWalker
{
    private readonly List<string> _names = [];

    public static List<string> In(IEnumerable<SyntaxNode> nodes)
    {
        var walker = new BoundNames();
        walker.VisitAll(nodes);
        return walker._names;
    }

    public override void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case LambdaNode:
                return;
            case BlockNode:
                VisitClauses(node);
                return;
            case BindNode bind:
                _names.Add(bind.Variable.Name);
                break;
            default:
                break;
        }

        base.Visit(node);
    }
}
