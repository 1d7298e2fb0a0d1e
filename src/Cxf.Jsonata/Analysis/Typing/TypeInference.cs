using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>
/// Infers what each part of an expression can be. It follows JSONata's rules where they say something for certain, and says
/// "anything" everywhere else, so that what it reports is so in every evaluation that reaches the place.
/// </summary>
internal sealed partial class TypeInference
{
    private readonly IReadOnlyDictionary<string, JsonataShape> _given;
    private readonly FunctionLibrary _library;
    private readonly List<JsonataConflict> _conflicts = [];
    private TypeScope _scope = new(null);

    private TypeInference(IReadOnlyDictionary<string, JsonataShape> given, FunctionLibrary library)
    {
        _given = given;
        _library = library;
    }

    public static JsonataTyping Of(SyntaxNode syntax, IReadOnlyDictionary<string, JsonataShape> variables, JsonataOptions options)
    {
        var inference = new TypeInference(variables, FunctionLibrary.For(options.Dialect));
        var result = inference.Infer(syntax, JsonataShape.Any);
        inference._conflicts.Sort((left, right) => left.Position.CompareTo(right.Position));
        return new JsonataTyping(result, inference._conflicts);
    }

    private JsonataShape Infer(SyntaxNode node, JsonataShape context)
    {
        StackGuard.Check();
        return WithClauses(node, InferAlone(node, context));
    }

    private JsonataShape InferAlone(SyntaxNode node, JsonataShape context) => node switch
    {
        NumberNode => JsonataShape.Number,
        StringNode => JsonataShape.Text,
        ConstantNode constant => new JsonataShape((JsonataKinds)(1 << (int)constant.Value.Kind)),
        RegexNode or LambdaNode or TransformNode => InferFunction(node),
        VariableNode variable => InferVariable(variable.Name, context),
        NameNode name => FieldOf(context, name),
        PathNode path => InferPath(path, context),
        BinaryNode binary => InferBinary(binary, context),
        NegateNode negate => InferNegation(negate, context),
        ArrayNode array => InferArray(array, context),
        ObjectNode value => InferObject(value, context),
        BlockNode block => InferBlock(block, context),
        ConditionNode condition => InferCondition(condition, context),
        BindNode bind => InferBinding(bind, context),
        CallNode call => InferCall(call, context),
        ApplyNode apply => InferUnknown([apply.Left, apply.Right], context),
        _ => InferUnknown(SyntaxParts.Of(node), context),
    };

    private JsonataShape InferUnknown(IEnumerable<SyntaxNode> parts, JsonataShape context)
    {
        foreach (var part in parts)
        {
            Infer(part, context);
        }

        return JsonataShape.Any;
    }

    private JsonataShape InferVariable(string name, JsonataShape context) =>
        name.Length == 0 ? context
        : TypeScope.Find(_scope, name) is { } bound ? bound
        : _given.TryGetValue(name, out var given) ? given
        : _library.Find(name) is not null ? new JsonataShape(JsonataKinds.Function)
        : JsonataShape.Any;

    private JsonataShape InferFunction(SyntaxNode node)
    {
        if (node is LambdaNode lambda)
        {
            Within(() =>
            {
                foreach (var parameter in lambda.Parameters)
                {
                    _scope.Bind(parameter.Name, JsonataShape.Any);
                }

                return Infer(lambda.Body, JsonataShape.Any);
            });
        }

        return new JsonataShape(JsonataKinds.Function);
    }

    private JsonataShape InferNegation(NegateNode negate, JsonataShape context)
    {
        var operand = Infer(negate.Operand, context);
        Expect(operand, JsonataKinds.Number, negate.Position, "The minus sign needs a number");
        return JsonataShape.Number.OrBe(operand.Kinds & JsonataKinds.Undefined);
    }

    private JsonataShape InferArray(ArrayNode array, JsonataShape context)
    {
        // What items are arrays or ranges is flattened, so only the kinds of plain items say something.
        var items = array.Items.Select(item => Infer(item, context)).ToList();
        return items.Count > 0 && items.TrueForAll(item => !item.CanBe(JsonataKinds.Array))
            ? JsonataShape.SomeArray with { Items = items.Aggregate((one, other) => one.Or(other)) }
            : JsonataShape.SomeArray;
    }

    private JsonataShape InferObject(ObjectNode value, JsonataShape context)
    {
        var fields = new Dictionary<string, JsonataShape>();
        var allNamed = true;
        foreach (var pair in value.Pairs)
        {
            var key = Infer(pair.Key, context);
            Expect(key, JsonataKinds.String, pair.Key.Position, "The name of a field must be text");
            var shape = Infer(pair.Value, context);
            if (pair.Key is StringNode { Clauses: null } name)
            {
                fields[name.Value] = fields.TryGetValue(name.Value, out var same) ? same.Or(shape) : shape;
            }
            else
            {
                allNamed = false;
            }
        }

        return allNamed ? JsonataShape.Closed(fields) : JsonataShape.SomeObject;
    }

    private JsonataShape InferBlock(BlockNode block, JsonataShape context) => Within(() =>
    {
        // A function may read what is bound behind it, so every name is known from the start, as anything.
        foreach (var name in BoundNames.In(block.Expressions.Where(expression => expression is BindNode { Value: LambdaNode })))
        {
            _scope.Bind(name, new JsonataShape(JsonataKinds.Function));
        }

        return block.Expressions.Aggregate(JsonataShape.Undefined, (_, expression) => Infer(expression, context));
    });

    private JsonataShape InferBinding(BindNode bind, JsonataShape context)
    {
        var shape = Infer(bind.Value, context);
        _scope.Bind(bind.Variable.Name, shape);
        return shape;
    }

    private JsonataShape InferCondition(ConditionNode condition, JsonataShape context)
    {
        Infer(condition.Condition, context);
        var then = Infer(condition.Then, context);
        return then.Or(condition.Otherwise is { } otherwise ? Infer(otherwise, context) : JsonataShape.Undefined);
    }

    private JsonataShape Within(Func<JsonataShape> infer)
    {
        _scope = new TypeScope(_scope);
        var shape = infer();
        _scope = _scope.Parent!;
        return shape;
    }

    /// <summary>Reports when a value is never of the kind that is needed. Undefined passes: JSONata lets it through.</summary>
    private bool Expect(JsonataShape shape, JsonataKinds needed, int position, string need)
    {
        var possible = shape.CanBe(needed | JsonataKinds.Undefined) || shape.Kinds == JsonataKinds.None;
        if (!possible)
        {
            Add(JsonataConflictKind.AlwaysFails, position, $"{need}, but this is always {KindWords.Of(shape.Kinds)}.");
        }

        return possible;
    }

    private void Add(JsonataConflictKind kind, int position, string message) => _conflicts.Add(new JsonataConflict(kind, position, message));
}
