using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>One step of a path: what it selects below a value.</summary>
internal abstract class PathSegment
{
    /// <summary>Whether the step selects at most one value.</summary>
    public abstract bool IsDefinite { get; }

    /// <param name="value">The value.</param>
    /// <param name="root">The document of the whole path, <c>$</c> inside filters.</param>
    public abstract IEnumerable<JsonElement> Select(JsonElement value, JsonElement root);

    /// <summary>What a definite step selects, or null if it finds nothing.</summary>
    public virtual JsonElement? SelectOne(JsonElement value)
    {
        JsonElement? found = null;
        foreach (var selected in Select(value, value))
        {
            found = selected;
        }

        return found;
    }

    /// <summary>The step in the notation of the causes: <c>['name']</c>, <c>[0]</c>.</summary>
    public abstract string Print();
}

/// <summary>A member by name.</summary>
internal sealed class NameSegment(string name) : PathSegment
{
    public string Name { get; } = name;

    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root) =>
        SelectOne(value) is { } member ? [member] : [];

    public override JsonElement? SelectOne(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Name, out var member) ? member : null;

    public override string Print() => $"['{Name}']";
}

/// <summary>Several members at once, <c>['a','b']</c>: one object of the existing ones.</summary>
internal sealed class NamesSegment(IReadOnlyList<string> names) : PathSegment
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root) =>
        value.ValueKind == JsonValueKind.Object ? [Merge(value)] : [];

    public override string Print() => $"[{string.Join(',', names.Select(static name => $"'{name}'"))}]";

    private JsonElement Merge(JsonElement value)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        foreach (var name in names)
        {
            if (value.TryGetProperty(name, out var member))
            {
                writer.Json.WritePropertyName(name);
                member.WriteTo(writer.Json);
            }
        }

        writer.Json.WriteEndObject();
        return writer.ToPayload().Tree;
    }
}

/// <summary>Elements by index; a negative one counts from the end.</summary>
internal sealed class IndexSegment(IReadOnlyList<int> indexes) : PathSegment
{
    public IReadOnlyList<int> Indexes { get; } = indexes;

    public override bool IsDefinite => Indexes.Count == 1;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var length = value.GetArrayLength();
        foreach (var index in Indexes)
        {
            var position = index < 0 ? length + index : index;
            if (position >= 0 && position < length)
            {
                yield return value[position];
            }
        }
    }

    public override string Print() => $"[{string.Join(',', Indexes)}]";
}

/// <summary>A range of elements, <c>[from:to]</c>.</summary>
internal sealed class SliceSegment(int? from, int? to) : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var length = value.GetArrayLength();
        var end = Position(to ?? length, length);
        for (var index = Position(from ?? 0, length); index < end; index++)
        {
            yield return value[index];
        }
    }

    public override string Print() => $"[{from}:{to}]";

    private static int Position(int index, int length) => Math.Clamp(index < 0 ? length + index : index, 0, length);
}

/// <summary>All members or elements.</summary>
internal sealed class WildcardSegment : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root) => Children(value);

    public override string Print() => "[*]";

    public static IEnumerable<JsonElement> Children(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => value.EnumerateObject().Select(static member => member.Value),
            _ => [],
        };
}

/// <summary>The value itself and everything below it, for <c>..</c>; the next step selects among these.</summary>
internal sealed class DescendantSegment : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root)
    {
        yield return value;
        foreach (var child in WildcardSegment.Children(value))
        {
            foreach (var descendant in Select(child, root))
            {
                yield return descendant;
            }
        }
    }

    public override string Print() => "..";
}

/// <summary>Elements for which a condition holds, <c>[?(@.status == 0 &amp;&amp; @.name =~ /a.*/i)]</c>.</summary>
internal sealed class FilterSegment(FilterCondition condition) : PathSegment
{
    public override bool IsDefinite => false;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root) =>
        WildcardSegment.Children(value).Where(element => condition.Holds(element, root));

    public override string Print() => "[?]";
}

/// <summary>The function <c>length()</c> at the end of a path: the number of elements or members.</summary>
internal sealed class LengthSegment : PathSegment
{
    public override bool IsDefinite => true;

    public override IEnumerable<JsonElement> Select(JsonElement value, JsonElement root) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [Number(value.GetArrayLength())],
            JsonValueKind.Object => [Number(value.GetPropertyCount())],
            _ => [],
        };

    public override string Print() => ".length()";

    private static JsonElement Number(int value) => JsonElement.Parse(value.ToString(CultureInfo.InvariantCulture));
}
