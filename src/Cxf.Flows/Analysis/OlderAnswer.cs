using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>The shape of the answer of an earlier call that serves as a fallback: it lacks what is never stored.</summary>
internal static class OlderAnswer
{
    // Deeper than the answers whose members are read by name.
    private const int MaxDepth = 8;

    /// <summary>A body that lacks some members at any depth, as far as expressions read it.</summary>
    /// <param name="notStored">The members.</param>
    /// <param name="expressions">The expressions.</param>
    public static JsonataShape Body(IReadOnlyList<string> notStored, IEnumerable<JsonataExpression> expressions)
    {
        var names = expressions
            .SelectMany(expression => expression.Syntax.DescendantsAndSelf())
            .Where(syntax => syntax.Kind == JsonataSyntaxKind.Field)
            .Select(field => field.Name!)
            .ToHashSet();
        var shape = JsonataShape.Any;
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            var inner = shape;

            // Objects, because a member that no object has is not found in lists either.
            shape = JsonataShape.SomeObject with
            {
                Fields = names.ToDictionary(name => name, name => IsOneOf(name, notStored) ? JsonataShape.Undefined : inner),
            };
        }

        return shape;
    }

    /// <summary>What is left of a body: a member that has the name of one that is not stored is not there.</summary>
    public static JsonataShape Without(JsonataShape body, IReadOnlyList<string> notStored) =>
        body.Fields.Count == 0 && body.Items is null
            ? body
            : body with
            {
                Fields = body.Fields.ToDictionary(
                    field => field.Key,
                    field => IsOneOf(field.Key, notStored) ? JsonataShape.Undefined : Without(field.Value, notStored)
                ),
                Items = body.Items is { } items ? Without(items, notStored) : null,
            };

    private static bool IsOneOf(string name, IReadOnlyList<string> names) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
