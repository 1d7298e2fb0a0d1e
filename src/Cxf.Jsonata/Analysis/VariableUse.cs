using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>Finds the variables that an expression reads but does not bind, including built-in functions.</summary>
internal sealed class VariableUse : SyntaxWalker
{
    private readonly List<VariableNode> _free = [];
    private readonly VariableScope _scope = new();

    public static List<VariableNode> In(SyntaxNode syntax)
    {
        var walker = new VariableUse();
        walker.AnnounceBindings([syntax]);
        walker.Visit(syntax);
        return walker._free;
    }

    public override void Visit(SyntaxNode node)
    {
        Limits.StackGuard.Check();
        switch (node)
        {
            case VariableNode { Name: not ("" or "$") } variable:
                if (!_scope.Sees(variable.Name))
                {
                    _free.Add(variable);
                }

                VisitClauses(node);
                break;
            case BlockNode block:
                Within(
                    isFunction: false,
                    () =>
                    {
                        AnnounceBindings(block.Expressions);
                        VisitAll(block.Expressions);
                    }
                );
                VisitClauses(node);
                break;
            case LambdaNode lambda:
                Within(isFunction: true, () => VisitLambda(lambda));
                VisitClauses(node);
                break;
            case BindNode bind:
                Visit(bind.Value);
                _scope.Bind(bind.Variable.Name);
                break;
            case PathNode path:
                Within(isFunction: false, () => VisitPath(path));
                break;
            default:
                base.Visit(node);
                break;
        }
    }

    private void VisitLambda(LambdaNode lambda)
    {
        foreach (var parameter in lambda.Parameters)
        {
            _scope.Bind(parameter.Name);
        }

        AnnounceBindings([lambda.Body]);
        Visit(lambda.Body);
    }

    /// <summary>The bindings of a step are visible in its own predicates, in the steps after it and in the grouping.</summary>
    private void VisitPath(PathNode path)
    {
        foreach (var step in path.Steps)
        {
            foreach (var name in TupleNames.Of(new PathNode(step)))
            {
                _scope.Bind(name);
            }

            Visit(step);
        }

        VisitClauses(path);
    }

    private void AnnounceBindings(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var name in BoundNames.In(nodes))
        {
            _scope.BindLater(name);
        }
    }

    private void Within(bool isFunction, Action visit)
    {
        _scope.Enter(isFunction);
        visit();
        _scope.Leave();
    }
}
