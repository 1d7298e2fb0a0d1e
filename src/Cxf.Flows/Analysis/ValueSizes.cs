using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// About how many bytes values can get that are put together from whole answers of calls, from fields of answers that the API's
/// description bounds, from what the contract lets in, and from the document's own texts. Any other field of an answer, and what
/// a "select" keeps, is taken for small: a bound that counts every text with all that it could be would find fault with every
/// flow.
/// </summary>
internal sealed class ValueSizes(FlowGraph graph)
{
    /// <summary>How many values may be made of each other before the first of them is taken for small.</summary>
    private const int MaxDepth = 50;

    private readonly Dictionary<(VariableDefinition Definition, string Fields), double> _known = [];
    private readonly HashSet<(VariableDefinition Definition, string Fields)> _open = [];
    private readonly HashSet<VariableDefinition> _ofThemselves = [];

    /// <summary>A value of a step, with its expressions.</summary>
    public double Of(FlowValue? value, FlowStep step)
    {
        var (scope, place) = graph.PlaceOf(step);
        return value is { } given ? Of(given.Json, scope, place) : 0;
    }

    /// <summary>A step's result, or the field of it that the names lead to.</summary>
    public double OfResult(FlowStep step, IReadOnlyList<string> fields)
    {
        var (scope, place) = graph.PlaceOf(step);
        return step switch
        {
            RestApiStep { Select: null } call => OfAnswer(call, fields),

            // A field of a list is the list of its items' fields.
            ForEachStep loop => loop.AtMost * OfEnds(scope.Inner[place][0], fields),
            ParallelStep parallel => parallel
                .Branches.Zip(scope.Inner[place])
                .Sum(branch =>
                    fields is [] ? OfEnds(branch.Second, [])
                    : branch.First.Name == fields[0] ? OfEnds(branch.Second, [.. fields.Skip(1)])
                    : 0
                ),
            TransformStep transform => transform.Assign.Sum(one =>
                fields is [] || one.Name == fields[0] ? OfField(one.Value, [.. fields.Skip(1)], scope, place) : 0
            ),
            _ => 0,
        };
    }

    private static double OfAnswer(RestApiStep call, IReadOnlyList<string> fields) =>
        fields is [] or ["body"] ? ApiCallAnswer.MaxBytes
        : fields[0] == "body" ? AnswerSize.Of(call, [.. fields.Skip(1)])
        : 0;

    private double OfEnds(ScopeGraph body, IReadOnlyList<string> fields) =>
        body.Steps.Where((_, place) => body.IsEnd[place]).Select(step => OfResult(step, fields)).DefaultIfEmpty(0).Max();

    private double Of(JsonElement value, ScopeGraph scope, int place) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Sum(member => member.Name.Length + Of(member.Value, scope, place)),
            JsonValueKind.Array => value.EnumerateArray().Sum(item => Of(item, scope, place)),
            JsonValueKind.String
                when ExpressionText.TryRead(value.GetString()!, out var jsonata)
                    && graph.Data.Analysis.Compile(jsonata, out _) is { } expression => expression.CarriedSize(
                (name, fields) => OfVariable(name, fields, scope, place)
            ),
            _ => value.GetRawText().Length,
        };

    private double OfVariable(string name, IReadOnlyList<string> fields, ScopeGraph scope, int place) =>
        name == "payload"
            ? PayloadSize.Of(graph.Flow.Input.Schema, fields)
            : graph
                .Data.Reaching(name, scope, place)
                .Select(definition => OfDefinition(definition, fields))
                .DefaultIfEmpty(0)
                .Max();

    private double OfDefinition(VariableDefinition definition, IReadOnlyList<string> fields)
    {
        var key = (definition, string.Join('/', fields));
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_open.Count == MaxDepth)
        {
            return 0;
        }

        if (!_open.Add(key))
        {
            _ofThemselves.Add(definition);
            return 0;
        }

        var size = definition.Kind switch
        {
            DefinitionKind.Result => OfResult(definition.Step, fields),
            DefinitionKind.Assignment => OfField(definition.Value!, fields, definition.Scope, definition.Place),
            DefinitionKind.Input when fields is [] => OfInput(definition),
            _ => 0,
        };
        _open.Remove(key);

        // What a loop adds to a variable, it adds in every round.
        return _known[key] = _ofThemselves.Contains(definition) ? size * Rounds(definition) : size;
    }

    // All items together are the list, so that each is its part of it.
    private double OfInput(VariableDefinition definition)
    {
        var (scope, place) = (definition.Scope.Outer!, definition.Scope.Holder);
        return scope.Steps[place] is ForEachStep loop && definition.Name == loop.Item
            ? Of(loop.Items.Json, scope, place) / loop.AtMost
            : 0;
    }

    private double OfField(FlowValue value, IReadOnlyList<string> fields, ScopeGraph scope, int place)
    {
        var json = value.Json;
        foreach (var field in fields)
        {
            graph.Data.Analysis.Spend(json.ValueKind == JsonValueKind.Object ? json.GetPropertyCount() : 0);
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(field, out var inner))
            {
                return 0;
            }

            json = inner;
        }

        return Of(json, scope, place);
    }

    private int Rounds(VariableDefinition definition)
    {
        var loop = definition.Scope.Loops[definition.Scope.ComponentOf[definition.Place]];
        return definition.Scope.IsLoop(loop) && graph.Data.BoundOf(definition.Scope, loop) is { } bound ? bound.Rounds : 1;
    }
}
