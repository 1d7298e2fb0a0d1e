using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>Paths, predicates and groupings.</summary>
internal sealed partial class TypeInference
{
    private JsonataShape InferPath(PathNode path, JsonataShape context) => Within(() =>
    {
        var shape = Infer(path.Steps[0], context);
        var certain = !BindsNames(path.Steps[0]);
        foreach (var step in path.Steps.Skip(1))
        {
            shape = InferStep(step, shape);
            certain &= step is NameNode && !BindsNames(step);
        }

        // A stream of bindings, or a step that is not a field's name, gives sequences of anything.
        return path.KeepSingletonArray || !certain ? JsonataShape.Any : shape;
    });

    private JsonataShape InferStep(SyntaxNode step, JsonataShape input)
    {
        if (step is NameNode name && input.Kinds == JsonataKinds.Array)
        {
            var item = input.Items ?? JsonataShape.Any;
            var field = item.CanBe(JsonataKinds.Array) ? JsonataShape.Any : WithClauses(name, FieldOf(item, name));
            return field.CanBe(JsonataKinds.Array) ? JsonataShape.Any : field.OrBe(JsonataKinds.Array | JsonataKinds.Undefined);
        }

        return Infer(step, input.CanBe(JsonataKinds.Array) ? JsonataShape.Any : input);
    }

    private JsonataShape FieldOf(JsonataShape value, NameNode name)
    {
        if (value.CanBe(JsonataKinds.Array))
        {
            return JsonataShape.Any;
        }

        if (value.CanBe(JsonataKinds.Object) && !value.IsOpen && !value.Fields.ContainsKey(name.Name))
        {
            var known = value.Fields.Count == 0 ? "it has none" : "it has " + string.Join(", ", value.Fields.Keys);
            Add(JsonataConflictKind.NoSuchField, name.Start, $"There is never a field \"{name.Name}\" here; {known}.");
        }

        // What is not an object has no fields: the path gives nothing.
        var field = value.Field(name.Name);
        return (value.Kinds & ~JsonataKinds.Object) == 0 ? field : field.OrBe(JsonataKinds.Undefined);
    }

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
                    shape = shape.CanBe(JsonataKinds.Array) ? JsonataShape.Any : shape.OrBe(JsonataKinds.Undefined);
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

    /// <summary>Names that a step binds (<c>@$name</c>, <c>#$name</c>) are seen by its predicates and by the steps behind it.</summary>
    private JsonataShape Bound(StepClauses clauses, JsonataShape shape)
    {
        string?[] names = [clauses.Focus, clauses.Index, .. (clauses.Stages ?? []).Select(stage => stage.IndexVariable)];
        foreach (var name in names.OfType<string>())
        {
            _scope.Bind(name, JsonataShape.Any);
        }

        return clauses.IsTuple || clauses.Focus is not null ? JsonataShape.Any : shape;
    }

    private static JsonataShape ItemOf(JsonataShape shape) =>
        !shape.CanBe(JsonataKinds.Array) ? shape
        : shape.Kinds == JsonataKinds.Array && shape.Items is { } items && !items.CanBe(JsonataKinds.Array) ? items
        : JsonataShape.Any;

    private static bool BindsNames(SyntaxNode step) =>
        step.Clauses is { } clauses && (clauses.IsTuple || clauses.Focus is not null || clauses.Index is not null || clauses.Ancestor is not null);
}
