using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>An answer as it is when the third party leaves out none of its optional members.</summary>
internal static class PresentMembers
{
    /// <summary>The shape of a value all of whose members are there; the same shape where that is always so.</summary>
    public static JsonataShape Of(JsonataShape shape) =>
        Of(shape, new Dictionary<JsonataShape, JsonataShape>(ReferenceEqualityComparer.Instance));

    /// <summary>
    /// The first optional member on what an expression reads of a variable: <c>$call.body.name</c>; null if none is seen.
    /// </summary>
    public static string? FirstOptional(string expression, string variable, JsonataShape shape)
    {
        var start = "$" + variable + ".";
        for (
            var at = expression.IndexOf(start, StringComparison.Ordinal);
            at >= 0;
            at = expression.IndexOf(start, at + 1, StringComparison.Ordinal)
        )
        {
            var (read, value, end) = ("$" + variable, shape, at + start.Length);
            while (NameAt(expression, end) is { Length: > 0 } name)
            {
                (read, end) = ($"{read}.{name}", end + name.Length);
                value = value.Field(name);
                if (value.CanBe(JsonataKinds.Undefined) && value.Kinds != JsonataKinds.Any)
                {
                    return read;
                }

                if (end >= expression.Length || expression[end] != '.')
                {
                    break;
                }

                end++;
            }
        }

        return null;
    }

    private static string NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return text[start..end];
    }

    private static JsonataShape Of(JsonataShape shape, Dictionary<JsonataShape, JsonataShape> known)
    {
        if (known.TryGetValue(shape, out var done))
        {
            return done;
        }

        known[shape] = shape;
        var isSame = true;
        var fields = new Dictionary<string, JsonataShape>();
        foreach (var (name, field) in shape.Fields)
        {
            var whole = Of(field, known);
            fields[name] =
                whole.CanBe(JsonataKinds.Undefined) && whole.Kinds != JsonataKinds.Any
                    ? whole with
                    {
                        Kinds = whole.Kinds & ~JsonataKinds.Undefined,
                    }
                    : whole;
            isSame &= ReferenceEquals(fields[name], field);
        }

        var items = shape.Items is { } item ? Of(item, known) : null;
        return known[shape] =
            isSame && ReferenceEquals(items, shape.Items) ? shape : shape with { Fields = fields, Items = items };
    }
}
