using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>
/// Infers the shape of each part of an expression. It applies JSONata's rules where the result is certain and assumes "anything"
/// everywhere else, so that a reported conflict occurs in every evaluation that reaches it.
/// </summary>
internal sealed class TypeInference
{
    /// <summary>How many fields of an object a message names.</summary>
    private const int MaxShown = 20;

    // What has no fields, and is left out where a path maps a list.
    private const JsonataKinds Nothing = JsonataKinds.Undefined | JsonataKinds.Null;

    private readonly IReadOnlyDictionary<string, JsonataShape> _given;
    private readonly FunctionLibrary _library;
    private readonly ConflictReport _report = new();
    private readonly TypeScope _scope = new();

    private TypeInference(IReadOnlyDictionary<string, JsonataShape> given, FunctionLibrary library)
    {
        _given = given;
        _library = library;
    }

    public static JsonataTyping Of(
        SyntaxNode syntax,
        IReadOnlyDictionary<string, JsonataShape> variables,
        JsonataShape context,
        JsonataOptions options
    )
    {
        var inference = new TypeInference(variables, FunctionLibrary.For(options.Dialect));
        try
        {
            var result = inference.Infer(syntax, context);
            return new JsonataTyping(result, inference._report.InOrder());
        }
        catch (JsonataException)
        {
            // The expression is nested too deeply for the stack, so nothing is known about it.
            return new JsonataTyping(JsonataShape.Any, []);
        }
    }

    private JsonataShape Infer(SyntaxNode node, JsonataShape context)
    {
        StackGuard.Check();
        return WithClauses(node, InferAlone(node, context));
    }

    private JsonataShape InferAlone(SyntaxNode node, JsonataShape context) =>
        node switch
        {
            NumberNode => JsonataShape.Number,
            StringNode => JsonataShape.Text,
            ConstantNode constant => new JsonataShape((JsonataKinds)(1 << (int)constant.Value.Kind)),
            RegexNode or LambdaNode or TransformNode => InferFunction(node),
            VariableNode variable => InferVariable(variable.Name, context),
            NameNode name => FieldOf(context, name),
            PathNode path => InferPath(path, context),
            BinaryNode binary => OperatorTyping.Of(binary, Infer(binary.Left, context), Infer(binary.Right, context), _report),
            NegateNode negate => InferNegation(negate, context),
            ArrayNode array => InferArray(array, context),
            ObjectNode value => InferObject(value, context),
            BlockNode block => InferBlock(block, context),
            ConditionNode condition => InferCondition(condition, context),
            BindNode bind => InferBinding(bind, context),
            CallNode call => InferCall(call, context),
            ApplyNode apply => InferUnknown(PartsOf(apply), context),
            _ => InferUnknown(SyntaxParts.Of(node), context),
        };

    // A call after ~> gets the value before it as its first argument, so its own arguments are not all that it has.
    private static IEnumerable<SyntaxNode> PartsOf(ApplyNode apply) =>
        apply.Right is CallNode { Procedure: VariableNode } call
            ? [apply.Left, .. call.Arguments.Where(argument => argument is not PlaceholderNode)]
            : [apply.Left, apply.Right];

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
        : _scope.Find(name) is { } bound ? bound
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
        _report.Expect(operand, JsonataKinds.Number, negate.Position, "The minus sign needs a number");
        return JsonataShape.Number.OrBe(operand.Kinds & JsonataKinds.Undefined);
    }

    private JsonataShape InferArray(ArrayNode array, JsonataShape context)
    {
        // Items that are arrays or ranges are flattened, so the item shape is known only if no item can be an array.
        var items = array.Items.Select(item => Infer(item, context)).ToList();
        return items.Count > 0 && items.TrueForAll(item => !item.CanBe(JsonataKinds.Array))
            ? JsonataShape.SomeArray with
            {
                Items = items.Aggregate((one, other) => one.Or(other)),
            }
            : JsonataShape.SomeArray;
    }

    private JsonataShape InferObject(ObjectNode value, JsonataShape context)
    {
        var fields = new Dictionary<string, JsonataShape>();
        var allNamed = true;
        foreach (var pair in value.Pairs)
        {
            var key = Infer(pair.Key, context);
            _report.Expect(key, JsonataKinds.String, pair.Key.Position, "The name of a field must be text");
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

    private JsonataShape InferBlock(BlockNode block, JsonataShape context) =>
        Within(() =>
        {
            // A function may call functions that are bound after it, so their names are known from the start.
            foreach (
                var name in BoundNames.In(block.Expressions.Where(expression => expression is BindNode { Value: LambdaNode }))
            )
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

    private JsonataShape InferCall(CallNode call, JsonataShape context)
    {
        var arguments = call
            .Arguments.Select(argument => argument is PlaceholderNode ? JsonataShape.Any : Infer(argument, context))
            .ToList();
        if (
            call.Procedure is not VariableNode { Clauses: null } procedure
            || call.IsPartial
            || _scope.Find(procedure.Name) is not null
            || _given.ContainsKey(procedure.Name)
            || _library.Find(procedure.Name) is not { } function
        )
        {
            if (call.Procedure is not VariableNode)
            {
                Infer(call.Procedure, context);
            }

            return JsonataShape.Any;
        }

        return CallTyping.Of(call, function, arguments, context, _report);
    }

    private JsonataShape Within(Func<JsonataShape> infer)
    {
        _scope.Enter();
        var shape = infer();
        _scope.Leave();
        return shape;
    }

    private JsonataShape InferPath(PathNode path, JsonataShape context) =>
        Within(() =>
        {
            var shape = Infer(path.Steps[0], context);
            var certain = !BindsNames(path.Steps[0]);
            foreach (var step in path.Steps.Skip(1))
            {
                shape = InferStep(step, shape);
                certain &= step is NameNode && !BindsNames(step);
            }

            // A stream of bindings, or a step that is not a field name, can return sequences of anything.
            return path.KeepSingletonArray || !certain ? JsonataShape.Any : shape;
        });

    private JsonataShape InferStep(SyntaxNode step, JsonataShape input)
    {
        if (step is NameNode name && input.CanBe(JsonataKinds.Array) && (input.Kinds & ~Nothing) == JsonataKinds.Array)
        {
            var item = input.Items ?? JsonataShape.Any;
            var field = item.CanBe(JsonataKinds.Array) ? JsonataShape.Any : WithClauses(name, FieldOf(item, name));
            return field.CanBe(JsonataKinds.Array) ? JsonataShape.Any : field.OrBe(JsonataKinds.Array | JsonataKinds.Undefined);
        }

        // A list, or the only item of one that was chosen from.
        if (
            step is NameNode read
            && input is { Items: { } one }
            && input.CanBe(JsonataKinds.Array)
            && !one.CanBe(JsonataKinds.Array)
        )
        {
            WithClauses(read, FieldOf(one, read));
            return JsonataShape.Any;
        }

        return Infer(step, input.CanBe(JsonataKinds.Array) ? JsonataShape.Any : input);
    }

    private JsonataShape FieldOf(JsonataShape value, NameNode name)
    {
        if (value.CanBe(JsonataKinds.Array))
        {
            // A list of which only one item may be left.
            if (value.Items is { } items && !items.CanBe(JsonataKinds.Array))
            {
                FieldOf(items, name);
            }

            return JsonataShape.Any;
        }

        if (value.CanBe(JsonataKinds.Object) && !value.Fields.ContainsKey(name.Name))
        {
            if (!value.IsOpen)
            {
                _report.Add(
                    JsonataConflictKind.NoSuchField,
                    name.Start,
                    $"There is never a field \"{name.Name}\" here; it has {Names(value)}."
                );
            }
            else if (value.IsDocumented)
            {
                _report.Add(
                    JsonataConflictKind.NotDocumented,
                    name.Start,
                    $"The API documents no field \"{name.Name}\" here; it has {Names(value)}."
                );
            }
        }

        // A value that is not an object has no fields: the path returns undefined.
        var field = value.Field(name.Name);
        return (value.Kinds & ~JsonataKinds.Object) == 0 ? field : field.OrBe(JsonataKinds.Undefined);
    }

    private static string Names(JsonataShape value) =>
        value.Fields.Count == 0
            ? "none"
            : string.Join(", ", value.Fields.Keys.Take(MaxShown)) + (value.Fields.Count > MaxShown ? ", …" : "");

    private JsonataShape WithClauses(SyntaxNode node, JsonataShape shape)
    {
        if (node.Clauses is { } clauses)
        {
            shape = Bound(clauses, shape);
            foreach (var stage in clauses.Predicates ?? clauses.Stages ?? [])
            {
                if (stage.Predicate is { } predicate)
                {
                    Infer(predicate, ItemOf(shape));
                    shape = Chosen(shape, predicate);
                }
            }

            if (clauses.Group is { } group)
            {
                InferUnknown(group.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }), JsonataShape.Any);
                shape = JsonataShape.SomeObject.OrBe(JsonataKinds.Undefined);
            }
        }

        return node.KeepArray ? JsonataShape.SomeArray.OrBe(JsonataKinds.Undefined) : shape;
    }

    /// <summary>
    /// Names that a step binds (<c>@$name</c>, <c>#$name</c>) are visible in its predicates and in the steps after it.
    /// </summary>
    private JsonataShape Bound(StepClauses clauses, JsonataShape shape)
    {
        string?[] names = [clauses.Focus, clauses.Index, .. (clauses.Stages ?? []).Select(stage => stage.IndexVariable)];
        foreach (var name in names.OfType<string>())
        {
            _scope.Bind(name, JsonataShape.Any);
        }

        return clauses.IsTuple || clauses.Focus is not null ? JsonataShape.Any : shape;
    }

    // A number chooses one item, a condition some of them; of one item no list is made.
    private static JsonataShape Chosen(JsonataShape shape, SyntaxNode predicate)
    {
        if (!shape.CanBe(JsonataKinds.Array))
        {
            return shape.OrBe(JsonataKinds.Undefined);
        }

        if ((shape.Kinds & ~Nothing) != JsonataKinds.Array || shape.Items is not { } item || item.CanBe(JsonataKinds.Array))
        {
            return JsonataShape.Any;
        }

        return predicate is NumberNode or NegateNode { Operand: NumberNode }
            ? item.OrBe(JsonataKinds.Undefined)
            : item with
            {
                Kinds = item.Kinds | JsonataKinds.Array | JsonataKinds.Undefined,
                Items = item,
            };
    }

    private static JsonataShape ItemOf(JsonataShape shape) =>
        !shape.CanBe(JsonataKinds.Array) ? shape
        : shape.Kinds == JsonataKinds.Array && shape.Items is { } items && !items.CanBe(JsonataKinds.Array) ? items
        : JsonataShape.Any;

    private static bool BindsNames(SyntaxNode step) =>
        step.Clauses is { } clauses
        && (clauses.IsTuple || clauses.Focus is not null || clauses.Index is not null || clauses.Ancestor is not null);
}
