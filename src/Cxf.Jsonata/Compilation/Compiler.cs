using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Calls;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>Turns the tree of the text into the tree that is evaluated: variables become places, common shapes get nodes of their own.</summary>
internal sealed partial class Compiler
{
    private readonly JsonataOptions _options;
    private readonly FunctionLibrary _library;
    private Scope _scope;
    private int _depth;

    private Compiler(JsonataOptions options, Scope scope)
    {
        _options = options;
        _library = FunctionLibrary.For(options.Dialect);
        _scope = scope;
    }

    /// <summary>Compiles a whole expression. Its outermost scope is <paramref name="scope"/>.</summary>
    public static Evaluator Compile(SyntaxNode node, JsonataOptions options, Scope scope)
    {
        foreach (var name in BoundNames.In([node]))
        {
            scope.Declare(name);
        }

        return new Compiler(options, scope).Compile(node);
    }

    private Evaluator Compile(SyntaxNode node)
    {
        StackGuard.Check();
        _depth++;
        var evaluator = WithClauses(node, CompileCore(node));
        if (_depth % StackGuardEvaluator.Levels == 0 && evaluator is not (LiteralEvaluator or VariableEvaluator or FieldEvaluator))
        {
            evaluator = new StackGuardEvaluator(evaluator);
        }

        _depth--;
        return evaluator;
    }

    private Evaluator CompileCore(SyntaxNode node) => node switch
    {
        PathNode path => CompilePath(path),
        NameNode name => CompileName(name),
        StringNode text => new LiteralEvaluator(JsonataValue.From(text.Value)),
        NumberNode number => new LiteralEvaluator(JsonataValue.From(number.Value)),
        ConstantNode constant => new LiteralEvaluator(constant.Value),
        VariableNode variable => CompileVariable(variable),
        WildcardNode => new WildcardEvaluator(node.KeepArray),
        DescendantNode => new DescendantEvaluator(node.KeepArray),
        ParentNode parent => VariableOf(parent.Slot.Label, keepArray: false),
        RegexNode regex => new RegexEvaluator(regex, _options.Limits.RegexTime),
        BinaryNode binary => CompileBinary(binary),
        NegateNode negate => new NegateEvaluator(Compile(negate.Operand), node.Position),
        ArrayNode array => CompileArray(array),
        ObjectNode value => CompileObject(value.Pairs, node.Position),
        BlockNode block => CompileBlock(block.Expressions, inTailPosition: false),
        ConditionNode condition => CompileCondition(condition, inTailPosition: false),
        BindNode bind => new BindEvaluator(_scope.Declare(bind.Variable.Name), Compile(bind.Value)),
        CallNode { IsPartial: true } call => CompilePartial(call),
        CallNode call => CompileCall(call),
        LambdaNode lambda => CompileLambda(lambda),
        ApplyNode apply => CompileApply(apply),
        TransformNode transform => CompileTransform(transform),
        _ => new LiteralEvaluator(JsonataValue.Undefined),
    };

    private Evaluator WithClauses(SyntaxNode node, Evaluator evaluator)
    {
        if (node is PathNode or NameNode || node.Clauses is not { } clauses || (clauses.Predicates is null && clauses.Group is null))
        {
            return evaluator;
        }

        if (node is BlockNode { Clauses.IsTuple: true } && clauses.Predicates is { } predicates)
        {
            evaluator = CompileTupleFilter(node, evaluator, predicates);
            return clauses.Group is null ? evaluator : new ClausedEvaluator(evaluator, [], CompileGroup(clauses.Group), node.KeepArray);
        }

        return new ClausedEvaluator(evaluator, Predicates(clauses.Predicates), CompileGroup(clauses.Group), node.KeepArray);
    }

    private Predicate[] Predicates(List<Stage>? stages) =>
        stages is null ? [] : [.. stages.Select(stage => CompilePredicate(stage.Predicate!))];

    /// <summary>A literal number is an index, whatever stands behind it.</summary>
    private Predicate CompilePredicate(SyntaxNode predicate) =>
        new(predicate is NumberNode number ? new LiteralEvaluator(JsonataValue.From(number.Value)) : Compile(predicate));

    private Evaluator CompileVariable(VariableNode variable)
    {
        if (variable.Name.Length == 0)
        {
            return new ContextEvaluator();
        }

        if (variable.Name == EvalFunction.Name)
        {
            MarkCaptured();
        }

        return VariableOf(variable.Name, variable.KeepArray);
    }

    private VariableEvaluator VariableOf(string name, bool keepArray)
    {
        var places = new List<VariablePlace>();
        var hops = 0;
        for (var scope = _scope; scope is not null; scope = scope.Parent, hops++)
        {
            if (scope.Find(name) is >= 0 and var slot)
            {
                places.Add(new VariablePlace(hops, slot));
            }
        }

        return new VariableEvaluator(name, [.. places], _library, keepArray);
    }

    private Evaluator CompileBinary(BinaryNode node)
    {
        var left = Compile(node.Left);
        var right = Compile(node.Right);
        return node.Operator switch
        {
            BinaryOperator.And or BinaryOperator.Or => new BooleanEvaluator(node.Operator == BinaryOperator.Or, left, right),
            BinaryOperator.Equal or BinaryOperator.NotEqual =>
                new EqualityEvaluator(node.Operator == BinaryOperator.NotEqual, left, right),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                new ComparisonEvaluator(node.Operator, left, right, node.Position),
            BinaryOperator.Concatenate => new ConcatenationEvaluator(left, right, node.Position),
            BinaryOperator.Range => new RangeEvaluator(left, right, node.Position),
            BinaryOperator.In => new InclusionEvaluator(left, right),
            _ => new NumericEvaluator(node.Operator, left, right, node.Position),
        };
    }

    private ArrayEvaluator CompileArray(ArrayNode node) => new(
        [.. node.Items.Select(Compile)],
        [.. node.Items.Select(item => item is ArrayNode)],
        node.Clauses is { ConstructsArray: true });

    private Evaluator CompileObject(PairNode[] pairs, int position)
    {
        var compiled = Pairs(pairs);
        var group = new GroupEvaluator(compiled, position);
        var names = pairs.Select(pair => pair.Key is StringNode { Clauses: null } key ? key.Value : null).ToArray();
        return Array.TrueForAll(names, name => name is not null) && names.Distinct().Count() == names.Length
            ? new ObjectEvaluator(names!, [.. compiled.Select(pair => pair.Value)], group)
            : new GroupingEvaluator(group);
    }

    private GroupPair[] Pairs(PairNode[] pairs) => [.. pairs.Select(pair => new GroupPair(Compile(pair.Key), Compile(pair.Value)))];

    private GroupEvaluator? CompileGroup(GroupClause? group) =>
        group is null ? null : new GroupEvaluator(Pairs(group.Pairs), group.Position);

    private BlockEvaluator CompileBlock(SyntaxNode[] expressions, bool inTailPosition)
    {
        var names = BoundNames.In(expressions);
        var outer = _scope;
        var scope = names.Count == 0 ? null : new Scope(outer);
        _scope = scope ?? outer;
        foreach (var name in names)
        {
            _scope.Declare(name);
        }

        var compiled = new Evaluator[expressions.Length];
        for (var index = 0; index < compiled.Length; index++)
        {
            var isTail = inTailPosition && index == compiled.Length - 1;
            compiled[index] = isTail ? CompileTail(expressions[index]) : Compile(expressions[index]);
        }

        _scope = outer;
        return new BlockEvaluator(compiled, scope);
    }

    private ConditionEvaluator CompileCondition(ConditionNode node, bool inTailPosition)
    {
        var condition = Compile(node.Condition);
        Evaluator Branch(SyntaxNode branch) => inTailPosition ? CompileTail(branch) : Compile(branch);
        return new ConditionEvaluator(condition, Branch(node.Then), node.Otherwise is null ? null : Branch(node.Otherwise));
    }

    /// <summary>A function made here keeps the frames around it.</summary>
    private void MarkCaptured()
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            scope.IsCaptured = true;
        }
    }
}
