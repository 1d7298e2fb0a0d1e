using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>
/// How a value as written, with expressions in it, fits what a description says. A literal is compared as it is, an expression by
/// what is known of its value; what cannot be proved to be wrong is taken for right. Without a flow, all are literals.
/// </summary>
internal sealed class SchemaFit(CheckedFlow? flow, bool isText)
{
    /// <summary>More problems of one value are not listed.</summary>
    private const int MaxProblems = 50;

    /// <summary>How deep a value is compared.</summary>
    private const int MaxDepth = 24;

    private readonly List<FitProblem> _problems = [];

    /// <summary>The problems of a value.</summary>
    /// <param name="flow">The flow, whose expressions are known with what they can give; null for a value that was sent.</param>
    /// <param name="schema">What the value must look like.</param>
    /// <param name="value">The value as written.</param>
    /// <param name="pointer">Where it is.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="isText">Whether it is written as text: a parameter, or a member of a form.</param>
    public static IReadOnlyList<FitProblem> Of(
        CheckedFlow? flow,
        ApiSchema schema,
        JsonElement value,
        string pointer,
        string name,
        bool isText
    )
    {
        var fit = new SchemaFit(flow, isText);
        fit.Visit(schema, value, pointer, name, 0);
        return fit._problems;
    }

    private void Visit(ApiSchema schema, JsonElement value, string pointer, string name, int depth)
    {
        flow?.Analysis.Spend(10);
        if (_problems.Count >= MaxProblems || depth > MaxDepth || !schema.IsKnown)
        {
            return;
        }

        if (flow is not null && value.ValueKind == JsonValueKind.String && ExpressionText.TryRead(value.GetString()!, out _))
        {
            VisitExpression(flow, schema, pointer, name);
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && schema.IsNullable)
        {
            // Also where a list of allowed values, or another schema that it must meet, forgets it.
            return;
        }

        if (LiteralProblem.Of(schema, value, isText) is var (message, fix))
        {
            _problems.Add(new FitProblem(pointer, false, $"{name} {message}.", fix));
            return;
        }

        if (schema.AnyOf.ToList() is { Count: > 0 } choices)
        {
            VisitChoices(choices, value, pointer, name, depth);
        }

        foreach (var part in schema.AllOf.Where(part => value.ValueKind != JsonValueKind.Object || part.AnyOf.Any()))
        {
            Visit(part, value, pointer, name, depth + 1);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            VisitMembers(ObjectSchema.Of(schema), schema, value, pointer, name, depth);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.Items is { } items)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Visit(items, item, JsonPointer.Append(pointer, index), $"{name}[{index}]", depth + 1);
            }
        }
    }

    // A value must meet one of several schemas; what is said is what the nearest of them lacks.
    private void VisitChoices(List<ApiSchema> choices, JsonElement value, string pointer, string name, int depth)
    {
        List<FitProblem>? least = null;
        foreach (var choice in choices)
        {
            var fit = new SchemaFit(flow, isText);
            fit.Visit(choice, value, pointer, name, depth + 1);
            if (fit._problems.TrueForAll(problem => problem.IsUndocumented))
            {
                return;
            }

            least = least is null || fit._problems.Count < least.Count ? fit._problems : least;
        }

        _problems.AddRange(least!);
    }

    private void VisitMembers(ObjectSchema all, ApiSchema schema, JsonElement value, string pointer, string name, int depth)
    {
        var names = value.EnumerateObject().Select(member => member.Name).ToList();
        foreach (var required in all.Required.Where(required => !names.Exists(given => Gives(given, required))))
        {
            Require(all, required, pointer, name);
        }

        foreach (var member in value.EnumerateObject())
        {
            var (inside, field) = (JsonPointer.Append(pointer, member.Name), $"{name}.{member.Name}");
            if (all.Properties.TryGetValue(member.Name, out var property))
            {
                Visit(property, member.Value, inside, field, depth + 1);
            }
            else if (all.Properties.Keys.Any(known => Gives(member.Name, known)))
            {
                // A part of a member that is an object or a list; forms write its name in many ways.
            }
            else if (all.AllowsOthers == true && schema.Others is { } others)
            {
                Visit(others, member.Value, inside, field, depth + 1);
            }
            else
            {
                Unknown(all, member.Name, inside, name);
            }
        }
    }

    // A form has no objects: their members have names such as card[number].
    private bool Gives(string given, string name) =>
        given == name || (isText && given.StartsWith(name + "[", StringComparison.Ordinal));

    private void Require(ObjectSchema all, string required, string pointer, string name)
    {
        if (!all.Properties.TryGetValue(required, out var property) || !property.IsReadOnly)
        {
            _problems.Add(
                new FitProblem(pointer, true, $"{name}.{required} is missing.", $"Add \"{required}\": the API requires it.")
            );
        }
    }

    private void Unknown(ObjectSchema all, string member, string pointer, string name)
    {
        if (
            all.AllowsOthers == true
            || all.HasChoice
            || all.Required.Contains(member)
            || (all.AllowsOthers is null && all.Properties.Count == 0)
        )
        {
            return;
        }

        _problems.Add(
            new FitProblem(
                pointer,
                true,
                all.AllowsOthers is null
                    ? $"The API documents no member \"{member}\" in {name}."
                    : $"{name} cannot have a member \"{member}\".",
                all.Properties.Count == 0 ? $"Remove \"{member}\"." : Suggestion.Of(member, [.. all.Properties.Keys])
            )
            {
                IsUndocumented = all.AllowsOthers is null,
            }
        );
    }

    private void VisitExpression(CheckedFlow checkedFlow, ApiSchema schema, string pointer, string name)
    {
        // An expression that always fails or never has a value is reported as such.
        if (checkedFlow.TypedAt(pointer) is not { AlwaysFails: false, NeverHasValue: false } typed)
        {
            return;
        }

        var known = KnownValues.Of(typed.Expression.Compiled!.Syntax, checkedFlow.Flow.Input.Schema);
        foreach (var value in known ?? [])
        {
            if (LiteralProblem.Of(schema, value, isText) is var (message, fix))
            {
                _problems.Add(
                    new FitProblem(pointer, false, $"{name} {message}, but the expression can give {value.GetRawText()}.", fix)
                );
                return;
            }
        }

        VisitShape(schema, typed.Typing.Result, pointer, name, 0);
    }

    private void VisitShape(ApiSchema schema, JsonataShape shape, string pointer, string name, int depth)
    {
        if (!schema.IsKnown || depth > MaxDepth)
        {
            return;
        }

        // What may be undefined may as well not be there; a parameter that is null is left out.
        var kinds = shape.Kinds & ~JsonataKinds.Undefined & ~(isText ? JsonataKinds.Null : JsonataKinds.None);
        var types = schema.AllTypes;
        if (kinds != JsonataKinds.None && types.Count > 0 && (kinds & SchemaWords.KindsOf(types, isText)) == JsonataKinds.None)
        {
            _problems.Add(
                new FitProblem(
                    pointer,
                    false,
                    $"{name} must be {SchemaWords.Describe(types)}, but the expression always gives "
                        + $"{Expressions.Kinds.InWords(kinds)}.",
                    types.Any(type => type is "integer" or "number") && kinds == JsonataKinds.String
                            ? "Convert the text: $number(…)."
                        : types.Contains("string") && kinds == JsonataKinds.Number ? "Convert the number: $string(…)."
                        : "Convert the value, or use another one."
                )
            );
        }
        else if (kinds == JsonataKinds.Object && (types.Count == 0 || types.Contains("object")) && !schema.AnyOf.Any())
        {
            VisitFields(ObjectSchema.Of(schema), shape, pointer, name, depth);
        }
    }

    private void VisitFields(ObjectSchema all, JsonataShape shape, string pointer, string name, int depth)
    {
        foreach (
            var required in all.Required.Where(required =>
                !shape.Field(required).CanBe(~JsonataKinds.Undefined) && !shape.Fields.Keys.Any(given => Gives(given, required))
            )
        )
        {
            Require(all, required, pointer, name);
        }

        foreach (var (field, inner) in shape.Fields.Where(one => !one.Value.CanBe(JsonataKinds.Undefined)))
        {
            if (all.Properties.TryGetValue(field, out var property))
            {
                VisitShape(property, inner, pointer, $"{name}.{field}", depth + 1);
            }
            else if (all.AllowsOthers == false && !all.Properties.Keys.Any(known => Gives(field, known)))
            {
                Unknown(all, field, pointer, name);
            }
        }
    }
}
