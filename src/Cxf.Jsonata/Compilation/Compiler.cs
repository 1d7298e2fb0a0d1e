using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Calls;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>
/// Turns the syntax tree into evaluators: variables become slots, and common forms get evaluators of their own.
/// </summary>
internal sealed class Compiler
{
    private readonly JsonataOptions _options;
    private readonly FunctionLibrary _library;
    private readonly PathCompiler _paths;
    private Scope _scope;
    private int _depth;

    private Compiler(JsonataOptions options, Scope scope)
    {
        _options = options;
        _library = FunctionLibrary.For(options.Dialect);
        _scope = scope;
        _paths = new PathCompiler(this);
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

    public Evaluator Compile(SyntaxNode node)
    {
        StackGuard.Check();
        _depth++;
        var evaluator = WithClauses(node, CompileCore(node));
        if (
            _depth % StackGuardEvaluator.Levels == 0
            && evaluator is not (LiteralEvaluator or VariableEvaluator or FieldEvaluator)
        )
        {
            evaluator = new StackGuardEvaluator(evaluator);
        }

        _depth--;
        return evaluator;
    }

    private Evaluator CompileCore(SyntaxNode node) =>
        node switch
        {
            PathNode path => _paths.CompilePath(path),
            NameNode name => _paths.CompileName(name),
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

    /// <summary>Compiles within a new scope that declares these names.</summary>
    public T Within<T>(IEnumerable<string> names, Func<Scope, T> compile)
    {
        var outer = _scope;
        var scope = new Scope(outer);
        foreach (var name in names)
        {
            scope.Declare(name);
        }

        _scope = scope;
        var compiled = compile(scope);
        _scope = outer;
        return compiled;
    }

    private Evaluator WithClauses(SyntaxNode node, Evaluator evaluator)
    {
        if (
            node is PathNode or NameNode
            || node.Clauses is not { } clauses
            || (clauses.Predicates is null && clauses.Group is null)
        )
        {
            return evaluator;
        }

        if (node is BlockNode { Clauses.IsTuple: true } && clauses.Predicates is { } predicates)
        {
            evaluator = _paths.CompileTupleFilter(node, evaluator, predicates);
            return clauses.Group is null
                ? evaluator
                : new ClausedEvaluator(evaluator, [], CompileGroup(clauses.Group), node.KeepArray);
        }

        return new ClausedEvaluator(evaluator, Predicates(clauses.Predicates), CompileGroup(clauses.Group), node.KeepArray);
    }

    public Predicate[] Predicates(List<Stage>? stages) =>
        stages is null ? [] : [.. stages.Select(stage => CompilePredicate(stage.Predicate!))];

    /// <summary>A literal number is an index, whatever follows it.</summary>
    public Predicate CompilePredicate(SyntaxNode predicate) =>
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
        var slots = new List<VariableSlot>();
        var hops = 0;
        for (var scope = _scope; scope is not null; scope = scope.Parent, hops++)
        {
            if (scope.Find(name) is >= 0 and var slot)
            {
                slots.Add(new VariableSlot(hops, slot));
            }
        }

        return new VariableEvaluator(name, [.. slots], _library, keepArray);
    }

    private Evaluator CompileBinary(BinaryNode node)
    {
        var left = Compile(node.Left);
        var right = Compile(node.Right);
        return node.Operator switch
        {
            BinaryOperator.And or BinaryOperator.Or => new BooleanEvaluator(
                node.Operator == BinaryOperator.Or,
                left,
                right,
                node.Position
            ),
            BinaryOperator.Equal or BinaryOperator.NotEqual => new EqualityEvaluator(
                node.Operator == BinaryOperator.NotEqual,
                left,
                right
            ),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                new ComparisonEvaluator(node.Operator, left, right, node.Position),
            BinaryOperator.Concatenate => new ConcatenationEvaluator(left, right, node.Position),
            BinaryOperator.Range => new RangeEvaluator(left, right, node.Position),
            BinaryOperator.In => new InclusionEvaluator(left, right),
            _ => new NumericEvaluator(node.Operator, left, right, node.Position),
        };
    }

    private ArrayEvaluator CompileArray(ArrayNode node) =>
        new(
            [.. node.Items.Select(Compile)],
            [.. node.Items.Select(item => item is ArrayNode)],
            node.Clauses is { ConstructsArray: true }
        );

    private Evaluator CompileObject(PairNode[] pairs, int position)
    {
        var compiled = Pairs(pairs);
        var group = new GroupEvaluator(compiled, position);
        var names = pairs.Select(pair => pair.Key is StringNode { Clauses: null } key ? key.Value : null).ToArray();
        return Array.TrueForAll(names, name => name is not null) && names.Distinct().Count() == names.Length
            ? new ObjectEvaluator(names!, [.. compiled.Select(pair => pair.Value)], group)
            : new GroupingEvaluator(group);
    }

    public GroupPair[] Pairs(PairNode[] pairs) =>
        [.. pairs.Select(pair => new GroupPair(Compile(pair.Key), Compile(pair.Value)))];

    public GroupEvaluator? CompileGroup(GroupClause? group) =>
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

    /// <summary>A function that is created here keeps the frames around it.</summary>
    private void MarkCaptured()
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            scope.IsCaptured = true;
        }
    }

    private CallEvaluator CompileCall(CallNode node)
    {
        var procedure = Compile(node.Procedure);
        return new CallEvaluator(procedure, [.. node.Arguments.Select(Compile)], InfoOf(node), node.KeepArray);
    }

    private PartialEvaluator CompilePartial(CallNode node)
    {
        var procedure = Compile(node.Procedure);
        var arguments = node.Arguments.Select(argument => argument is PlaceholderNode ? null : Compile(argument));
        return new PartialEvaluator(procedure, [.. arguments], InfoOf(node));
    }

    private CallInfo InfoOf(CallNode node)
    {
        var name = node.ProcedureName;
        var suggestion = node.Procedure is NameNode or PathNode && name is not null ? VariableOf(name, keepArray: false) : null;
        var isParameter = node.Procedure is VariableNode variable && IsParameter(variable.Name);
        return new CallInfo(node.Position, name, _depth, suggestion, _scope, node.Procedure.Position, isParameter);
    }

    private bool IsParameter(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(name) is >= 0 and var slot)
            {
                return slot < scope.Parameters;
            }
        }

        return false;
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

        var body = new LambdaBody(
            CompileTail(node.Body),
            _scope,
            node.Parameters.Length,
            node.Signature,
            LeastDepth.Of(node.Body)
        );
        (_scope, _depth) = (outer, depth);
        return new LambdaEvaluator(body);
    }

    /// <summary>Compiles an expression in tail position: a call there is run by the loop for tail calls.</summary>
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
        return new TransformEvaluator(
            new TransformBody(
                Compile(node.Pattern),
                Compile(node.Update),
                node.Delete is null ? null : Compile(node.Delete),
                VariableOf("clone", keepArray: false),
                PrototypeNames.End(node.Pattern),
                node.Position,
                node.Update.Position,
                node.Delete?.Position ?? node.Position
            )
        );
    }
}
