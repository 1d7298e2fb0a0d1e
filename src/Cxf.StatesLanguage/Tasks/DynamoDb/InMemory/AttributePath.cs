using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>The path of an attribute, such as <c>a.b</c>: an attribute of the item, then members of maps.</summary>
internal sealed class AttributePath(IReadOnlyList<string> steps)
{
    private readonly IReadOnlyList<string> _steps = steps;

    /// <summary>The item's attribute that the path begins with.</summary>
    public string Attribute => _steps[0];

    /// <summary>The last name of the path.</summary>
    public string Name => _steps[^1];

    public bool IsNested => _steps.Count > 1;

    /// <summary>The value at the path, or null.</summary>
    public JsonNode? ValueIn(JsonObject item) => ParentIn(item)?[Name];

    /// <summary>The object that contains the path's last name, or null.</summary>
    public JsonObject? ParentIn(JsonObject item)
    {
        var parent = item;
        foreach (var step in _steps.SkipLast(1))
        {
            parent = parent?[step]?["M"] as JsonObject;
        }

        return parent;
    }

    /// <summary>The parts of an item at some paths.</summary>
    public static JsonObject Project(JsonObject item, IEnumerable<AttributePath> paths)
    {
        var part = new JsonObject();
        foreach (var path in paths)
        {
            if (path.ValueIn(item) is { } value)
            {
                path.MakeParentIn(part)[path.Name] = value.DeepClone();
            }
        }

        return part;
    }

    /// <summary>Refuses paths of which one contains another.</summary>
    public static void CheckDistinct(IReadOnlyList<AttributePath> paths, ExpressionTokens tokens)
    {
        for (var index = 1; index < paths.Count; index++)
        {
            if (paths.Take(index).FirstOrDefault(paths[index].Overlaps) is { } other)
            {
                throw tokens.Invalid(
                    "Two document paths overlap with each other; must remove or rewrite one of these paths; "
                        + $"path one: {other}, path two: {paths[index]}"
                );
            }
        }
    }

    public override string ToString() => $"[{string.Join(", ", _steps)}]";

    private bool Overlaps(AttributePath other) => _steps.Zip(other._steps).All(static pair => pair.First == pair.Second);

    private JsonObject MakeParentIn(JsonObject part)
    {
        foreach (var step in _steps.SkipLast(1))
        {
            if (part[step]?["M"] is not JsonObject map)
            {
                map = [];
                part[step] = new JsonObject { ["M"] = map };
            }

            part = map;
        }

        return part;
    }
}
