using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Calls;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>Functions and what calls them.</summary>
internal sealed partial class Compiler
{
    private CallEvaluator CompileCall(CallNode node)
    {
        var procedure = Compile(node.Procedure);
        return new CallEvaluator(procedure, [.. node.Arguments.Select(Compile)], PlaceOf(node), node.KeepArray);
    }

    private PartialEvaluator CompilePartial(CallNode node)
    {
        var procedure = Compile(node.Procedure);
        var arguments = node.Arguments.Select(argument => argument is PlaceholderNode ? null : Compile(argument));
        return new PartialEvaluator(procedure, [.. arguments], PlaceOf(node));
    }

    private CallPlace PlaceOf(CallNode node)
    {
        var name = node.ProcedureName;
        var suggestion = node.Procedure is NameNode or PathNode && name is not null ? VariableOf(name, keepArray: false) : null;
        return new CallPlace(node.Position, name, _depth, suggestion, _scope);
    }

    private LambdaEvaluator CompileLambda(LambdaNode node)
    {
        MarkCaptured();
        var (outer, depth) = (_scope, _depth);
        _scope = new Scope(outer);
        _depth = 0;
        foreach (var parameter in node.Parameters)
        {
            _scope.DeclareParameter(parameter.Name);
        }

        foreach (var name in BoundNames.In([node.Body]))
        {
            _scope.Declare(name);
        }

        var body = new LambdaBody(CompileTail(node.Body), _scope, node.Parameters.Length, node.Signature);
        (_scope, _depth) = (outer, depth);
        return new LambdaEvaluator(body);
    }

    /// <summary>An expression that a function's body ends in: a call there is left to the loop that runs tail calls.</summary>
    private Evaluator CompileTail(SyntaxNode node)
    {
        if (node.Clauses is { Predicates: not null } or { Group: not null })
        {
            return Compile(node);
        }

        _depth++;
        Evaluator? evaluator = node switch
        {
            CallNode { IsPartial: false } call => new TailCallEvaluator(CompileCall(call)),
            ConditionNode condition => CompileCondition(condition, inTailPosition: true),
            BlockNode block => CompileBlock(block.Expressions, inTailPosition: true),
            _ => null,
        };
        if (evaluator is not null && _depth % StackGuardEvaluator.Levels == 0)
        {
            evaluator = new StackGuardEvaluator(evaluator);
        }

        _depth--;
        return evaluator ?? Compile(node);
    }

    private ApplyEvaluator CompileApply(ApplyNode node)
    {
        var left = Compile(node.Left);
        var call = node.Right is CallNode { IsPartial: false } right ? CompileCall(right) : null;
        return new ApplyEvaluator(left, call ?? Compile(node.Right), call, node.Position, node.KeepArray);
    }

    private TransformEvaluator CompileTransform(TransformNode node)
    {
        MarkCaptured();
        return new TransformEvaluator(new TransformBody(
            Compile(node.Pattern),
            Compile(node.Update),
            node.Delete is null ? null : Compile(node.Delete),
            VariableOf("clone", keepArray: false),
            PrototypeNames.End(node.Pattern),
            node.Position,
            node.Update.Position,
            node.Delete?.Position ?? node.Position));
    }
}
