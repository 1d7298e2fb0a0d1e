using System.Text.Json;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>What each variable can be at each step: the shapes of all values that can reach it there.</summary>
internal sealed class VariableShapes(FlowGraph graph)
{
    private readonly Dictionary<VariableDefinition, JsonataShape?> _shapes = [];

    /// <summary>How many values may be made of each other before the first of them is taken for anything.</summary>
    private const int MaxDepth = 50;

    /// <summary>How many optional fields of an expression are tried.</summary>
    private const int MaxOptionalFields = 8;

    private int _depth;
    private readonly JsonataShape _payload = ValueShapes.Of(graph.Flow.Input.Schema);
    private readonly JsonataShape _contact = ValueShapes.Contact(graph.Flow);

    /// <summary>The shapes of the variables that an expression of a step reads.</summary>
    public Dictionary<string, JsonataShape> For(JsonataExpression expression, ScopeGraph scope, int place)
    {
        var shapes = new Dictionary<string, JsonataShape>();
        foreach (var variable in expression.FreeVariables)
        {
            if (!shapes.ContainsKey(variable.Name))
            {
                shapes[variable.Name] = ShapeOf(variable.Name, scope, place);
            }
        }

        return shapes;
    }

    /// <summary>
    /// What an expression that may have no value lacks: an optional field of the payload, the result of a step that failed, or a
    /// member of an older answer. Null if none of them is the reason.
    /// </summary>
    public MissingValue? MissingWithout(
        JsonataExpression expression,
        Dictionary<string, JsonataShape> variables,
        ScopeGraph scope,
        int place
    )
    {
        foreach (var name in variables.Keys)
        {
            var reaching = graph.Data.Reaching(name, scope, place);
            if (
                reaching.Count is > 1 and <= DataFlow.MaxReaching
                && reaching.Any(definition => definition.Kind == DefinitionKind.Error)
                && Infer(name, ValueShapes.Error).Kinds == JsonataKinds.Undefined
            )
            {
                return new MissingValue("$" + name, MissingCause.StepFailed);
            }

            if (reaching.Count <= DataFlow.MaxReaching && reaching.Any(definition => IsMissingInOlderAnswer(name, definition)))
            {
                return new MissingValue("$" + name, MissingCause.NotStored);
            }
        }

        if (OptionalMember() is { } member)
        {
            return new MissingValue(member, MissingCause.OptionalMember);
        }

        if (!variables.ContainsKey("payload"))
        {
            return null;
        }

        var named = _payload
            .Fields.Where(field =>
                !graph.Flow.Input.Schema.Required.Contains(field.Key) && expression.Text.Contains("$payload." + field.Key)
            )
            .Select(field => field.Key)
            .Take(MaxOptionalFields)
            .ToList();
        if (named.Count == 0 || HasNoValue(named))
        {
            return null;
        }

        return new MissingValue(
            "$payload." + (named.Find(field => !HasNoValue([field])) ?? named[0]),
            MissingCause.OptionalField
        );

        // Of an answer whose optional members are all there, the expression has a value.
        string? OptionalMember()
        {
            foreach (var (name, shape) in variables)
            {
                var body = shape.Field("body");
                if (
                    PresentMembers.Of(shape) is var whole
                    && !ReferenceEquals(whole, shape)
                    && body.CanBe(JsonataKinds.Object)
                    && graph.Data.Reaching(name, scope, place) is { Count: > 0 } reaching
                    && reaching.All(IsDescribed)
                    && !Infer(name, whole).CanBe(JsonataKinds.Undefined)
                )
                {
                    return PresentMembers.FirstOptional(expression.Text, name, shape) ?? "$" + name;
                }
            }

            return null;
        }

        static bool IsDescribed(VariableDefinition definition) =>
            definition is { Kind: DefinitionKind.Result, Step: RestApiStep { Described: not null, Fallback: null } };

        bool IsMissingInOlderAnswer(string name, VariableDefinition definition) =>
            definition is { Kind: DefinitionKind.Result, Step: RestApiStep { Fallback: not null } call }
            && call.Fallback.NotStored(graph.Flow) is { Count: > 0 } notStored
            && Infer(name, ValueShapes.AgedAnswer(OfOlderBody(call, notStored, expression))).Kinds == JsonataKinds.Undefined;

        // Whether it may have no value although some optional fields are given.
        bool HasNoValue(List<string> given)
        {
            var fields = new Dictionary<string, JsonataShape>(_payload.Fields);
            foreach (var field in given)
            {
                fields[field] = fields[field] with { Kinds = fields[field].Kinds & ~JsonataKinds.Undefined };
            }

            graph.Data.Analysis.Spend(fields.Count, fields.Count * sizeof(long));
            return Infer("payload", _payload with { Fields = fields }).CanBe(JsonataKinds.Undefined);
        }

        JsonataShape Infer(string name, JsonataShape shape)
        {
            graph.Data.Analysis.Spend(expression.Text.Length);
            return expression
                .InferTypes(new Dictionary<string, JsonataShape>(variables) { [name] = shape }, JsonataShape.Undefined)
                .Result;
        }
    }

    private JsonataShape ShapeOf(string name, ScopeGraph scope, int place)
    {
        switch (name)
        {
            case "payload":
                return _payload;
            case "contact":
                return _contact;
            case "flow":
                return ValueShapes.Flow;
        }

        var definitions = graph.Data.Reaching(name, scope, place);
        var shape =
            definitions.Count > DataFlow.MaxReaching
                ? null
                : definitions.Select(ShapeOf).Aggregate((JsonataShape?)null, (one, other) => one?.Or(other) ?? other);
        return shape is null ? JsonataShape.Any
            : graph.Data.IsAlwaysSet(name, scope, place) ? shape
            : shape.OrBe(JsonataKinds.Undefined);
    }

    private JsonataShape ShapeOf(VariableDefinition definition)
    {
        if (_shapes.TryGetValue(definition, out var known))
        {
            // A value that is made of itself in a loop is being looked at: it can be anything.
            return known ?? JsonataShape.Any;
        }

        if (_depth == MaxDepth)
        {
            return JsonataShape.Any;
        }

        _depth++;
        _shapes[definition] = null;
        var shape = definition.Kind switch
        {
            DefinitionKind.Error => ValueShapes.Error,
            DefinitionKind.Input => definition.Name == ((ForEachStep)definition.Scope.Outer!.Steps[definition.Scope.Holder]).Index
                ? JsonataShape.Number
                : OfItem(definition),
            DefinitionKind.Assignment => OfValue(definition.Value!.Json, definition),
            _ => OfResult(definition.Step),
        };
        _shapes[definition] = shape;
        _depth--;
        return shape;
    }

    // An item of a list whose items are known.
    private JsonataShape OfItem(VariableDefinition definition)
    {
        var (scope, place) = (definition.Scope.Outer!, definition.Scope.Holder);
        return
            scope.Steps[place] is ForEachStep loop
            && definition.Name == loop.Item
            && ExpressionText.TryRead(loop.Items.Json.GetString() ?? "", out var text)
            && graph.Data.Analysis.Compile(text, out _) is { } expression
            && expression.InferTypes(For(expression, scope, place), JsonataShape.Undefined).Result
                is { Kinds: JsonataKinds.Array } list
            ? list.Items ?? JsonataShape.Any
            : JsonataShape.Any;
    }

    private JsonataShape OfResult(FlowStep step) =>
        step switch
        {
            RestApiStep { Fallback: { } fallback } call => ValueShapes.AgedAnswer(
                fallback.NotStored(graph.Flow) is { Count: > 0 } notStored && call.Select is not null
                    ? OfBody(call).Or(OfOlderBody(call, notStored))
                    : OfBody(call)
            ),
            RestApiStep call => ValueShapes.CallAnswer(OfBody(call)),
            RunFlowStep => ValueShapes.FlowAnswer,
            ForEachStep => JsonataShape.SomeArray,
            ParallelStep parallel => JsonataShape.Closed(
                parallel.Branches.DistinctBy(branch => branch.Name).ToDictionary(branch => branch.Name, _ => JsonataShape.Any)
            ),
            _ => JsonataShape.Any,
        };

    private JsonataShape OfBody(RestApiStep call)
    {
        var body = call.Described is null ? null : DescribedShapes.OfBody(call);
        return call.Select is { } select ? OfSelection(select, body) : body ?? JsonataShape.Any;
    }

    // What is left of the answer, then selected, then without members of those names again (ApiCalls, AnswerText).
    private JsonataShape OfOlderBody(RestApiStep call, IReadOnlyList<string> notStored, params JsonataExpression[] reading)
    {
        var selection = call.Select is { } select ? graph.Data.Analysis.Compile(select, out _) : null;
        var body = OlderAnswer.Body(notStored, selection is null ? reading : [selection, .. reading]);
        return selection is null ? body : OlderAnswer.Without(OfSelection(call.Select!, body), notStored);
    }

    // What selects nothing gives null (ApiCalls, Selector).
    private JsonataShape OfSelection(string select, JsonataShape? body)
    {
        var shape = graph.Data.Analysis.Compile(select, out _) is { } expression
            ? expression.InferTypes(new Dictionary<string, JsonataShape>(), body).Result
            : JsonataShape.Any;
        return shape.CanBe(JsonataKinds.Undefined) ? shape.OrBe(JsonataKinds.Null) : shape;
    }

    private JsonataShape OfValue(JsonElement value, VariableDefinition definition)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return JsonataShape.Closed(ValueShapes.Members(value, member => OfValue(member, definition)));
            case JsonValueKind.String when ExpressionText.TryRead(value.GetString()!, out var text):
                return graph.Data.Analysis.Compile(text, out _) is { } expression
                    ? expression.InferTypes(For(expression, definition.Scope, definition.Place), JsonataShape.Undefined).Result
                    : JsonataShape.Any;
            default:
                return ValueShapes.Of(value);
        }
    }
}
