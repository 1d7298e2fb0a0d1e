using Cxf.Flows.Analysis;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks;

/// <summary>An expression with what can be said of its value at the step that evaluates it.</summary>
internal sealed record TypedExpression(FlowExpression Expression, JsonataTyping Typing)
{
    /// <summary>Whether evaluating it always fails, whatever the values.</summary>
    public bool AlwaysFails => Typing.Conflicts.Any(conflict => conflict.Kind == JsonataConflictKind.AlwaysFails);

    /// <summary>Whether it never has a value.</summary>
    public bool NeverHasValue => Typing.Result.Kinds == JsonataKinds.Undefined;

    /// <summary>
    /// What may not be there that it has no value without; null if it always has one as far as that is known.
    /// </summary>
    public MissingValue? MissingWithout { get; init; }

    public IEnumerable<JsonataConflict> Conflicts(JsonataConflictKind kind) =>
        Typing.Conflicts.Where(conflict => conflict.Kind == kind);

    public static IReadOnlyList<TypedExpression> Of(FlowGraph graph, IReadOnlyList<FlowExpression> expressions)
    {
        var shapes = new VariableShapes(graph);
        var typed = new List<TypedExpression>();
        foreach (var expression in expressions.Where(expression => expression.Compiled is not null))
        {
            var (scope, place) = graph.PlaceOf(expression.Step);
            if (DataFlow.IsReached(scope, place))
            {
                var compiled = expression.Compiled!;
                var variables = shapes.For(compiled, scope, place);
                var typing = compiled.InferTypes(variables, JsonataShape.Undefined);
                typed.Add(
                    new TypedExpression(expression, typing)
                    {
                        MissingWithout = typing.Result.CanBe(JsonataKinds.Undefined)
                            ? shapes.MissingWithout(compiled, variables, scope, place)
                            : null,
                    }
                );
            }
        }

        return typed;
    }
}
