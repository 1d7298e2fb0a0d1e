using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>The value of a field whose name ends in <c>.$</c>: a path or a call of an intrinsic function.</summary>
internal interface IJsonPathValue
{
    /// <summary>The value; the error for a missing one names <paramref name="field"/>.</summary>
    JsonElement Evaluate(IEvaluationContext context, JsonElement data, string field);

    /// <summary>The variables that it reads.</summary>
    IEnumerable<string> Variables { get; }
}

/// <summary>What a path starts at.</summary>
internal enum PathRoot
{
    /// <summary><c>$</c>: the state's data.</summary>
    Input,

    /// <summary><c>$$</c>: the context object.</summary>
    Context,

    /// <summary><c>$name</c>: a variable.</summary>
    Variable,
}

/// <summary>A parsed path.</summary>
internal sealed class JsonPathExpression(string text, PathRoot root, string? variable, IReadOnlyList<PathSegment> segments)
    : IJsonPathValue
{
    public string Text { get; } = text;

    public PathRoot Root { get; } = root;

    public IReadOnlyList<PathSegment> Segments { get; } = segments;

    public IEnumerable<string> Variables => variable is null ? [] : [variable];

    /// <summary>
    /// Whether the path selects at most one value. Others give arrays, empty ones where nothing matches (recorded).
    /// </summary>
    public bool IsDefinite { get; } = segments.All(static segment => segment.IsDefinite);

    /// <summary>Whether the path is <c>$</c> alone.</summary>
    public bool IsRoot => Root == PathRoot.Input && Segments.Count == 0;

    /// <summary>What the path selects, or null if a definite path finds nothing.</summary>
    public JsonElement? Find(IEvaluationContext context, JsonElement data)
    {
        JsonElement value;
        if (Root == PathRoot.Input)
        {
            value = data;
        }
        else if (Root == PathRoot.Context)
        {
            value = context.Context.Tree;
        }
        else if (context.TryGetVariable(variable!, out var assigned))
        {
            value = assigned.Tree;
        }
        else
        {
            return null;
        }

        if (!IsDefinite)
        {
            var root = value;
            var selected = Segments.Aggregate(
                (IEnumerable<JsonElement>)[root],
                (values, segment) => values.SelectMany(each => segment.Select(each, root))
            );
            return Payload.ArrayOf(selected).Tree;
        }

        for (var index = 0; index < Segments.Count; index++)
        {
            if (Segments[index].SelectOne(value) is not { } next)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    public JsonElement Evaluate(IEvaluationContext context, JsonElement data, string field) =>
        Find(context, data)
        ?? throw context.RuntimeError(
            $"The JSONPath '{Text}' specified for the field '{field}' could not be found in the input '{Payload.Compact(data)}'"
        );

    /// <summary>The value; the error for a missing one has the wording of AWS's path library.</summary>
    public JsonElement Require(IEvaluationContext context, JsonElement data) =>
        Find(context, data) ?? throw context.RuntimeError($"Invalid path '{Text}' : {Missing(data)}");

    private string Missing(JsonElement value)
    {
        var found = new StringBuilder("$");
        for (var index = 0; index < Segments.Count; index++)
        {
            found.Append(Segments[index].Print());
            var next = Segments[index].Select(value, value).Take(1).ToList();
            if (next.Count == 0)
            {
                return index < Segments.Count - 1 ? $"Missing property in path {found}" : $"No results for path: {found}";
            }

            value = next[0];
        }

        return $"No results for path: {found}";
    }
}
