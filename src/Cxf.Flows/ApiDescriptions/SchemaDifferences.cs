using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>What changes between two schemas, in words, as far as a flow can notice it.</summary>
internal static class SchemaDifferences
{
    /// <summary>How deep schemas are compared.</summary>
    private const int MaxDepth = 6;

    /// <summary>The differences.</summary>
    /// <param name="before">The schema as it is stored.</param>
    /// <param name="after">The schema as it is now.</param>
    /// <param name="name">What the value is called.</param>
    /// <param name="isAnswer">Whether a flow reads the value, and not sends it.</param>
    public static IEnumerable<string> Of(ApiSchema before, ApiSchema after, string name, bool isAnswer) =>
        Of(before, after, name, isAnswer, 0, []);

    private static IEnumerable<string> Of(
        ApiSchema before,
        ApiSchema after,
        string name,
        bool isAnswer,
        int depth,
        HashSet<string> seen
    )
    {
        // A type is compared where it is first; one that contains itself would be compared for ever.
        if (depth > MaxDepth || (before.Name is { } type && !seen.Add(type)))
        {
            yield break;
        }

        var (old, now) = (string.Join(" or ", before.AllTypes), string.Join(" or ", after.AllTypes));
        if (old != now && old.Length > 0 && now.Length > 0)
        {
            yield return $"{name} is {now} instead of {old}";
            yield break;
        }

        if (before.Wrapped is { } wrapped)
        {
            before = wrapped;
            if (before.Name is { } inner && !seen.Add(inner))
            {
                yield break;
            }
        }

        after = after.Wrapped ?? after;
        foreach (var choice in Choices(before, after, name, isAnswer))
        {
            yield return choice;
        }

        foreach (var member in Members(before, after, name, isAnswer, depth, seen))
        {
            yield return member;
        }

        if (before.Items is { } items && after.Items is { } newItems)
        {
            foreach (var item in Of(items, newItems, $"an item of {name}", isAnswer, depth + 1, seen))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<string> Choices(ApiSchema before, ApiSchema after, string name, bool isAnswer)
    {
        var (old, now) = (Texts(before), Texts(after));
        var gone = old.Except(now).ToList();
        var added = now.Except(old).ToList();
        if (!isAnswer && old.Count > 0 && gone.Count > 0 && now.Count > 0)
        {
            yield return $"{name} can no longer be {string.Join(" or ", gone)}";
        }

        if (isAnswer && old.Count > 0 && added.Count > 0)
        {
            yield return $"{name} can also be {string.Join(" or ", added)}";
        }
    }

    private static IEnumerable<string> Members(
        ApiSchema before,
        ApiSchema after,
        string name,
        bool isAnswer,
        int depth,
        HashSet<string> seen
    )
    {
        var (old, now) = (Properties(before), Properties(after));
        var (required, nowRequired) = (Required(before), Required(after));
        foreach (var (member, schema) in old)
        {
            if (!now.TryGetValue(member, out var other))
            {
                yield return $"{name} no longer has \"{member}\"";
                continue;
            }

            if (isAnswer && required.Contains(member) && !nowRequired.Contains(member))
            {
                yield return $"\"{member}\" of {name} is optional now";
            }

            if (!isAnswer && !required.Contains(member) && nowRequired.Contains(member))
            {
                yield return $"\"{member}\" of {name} is required now";
            }

            foreach (var change in Of(schema, other, $"\"{member}\" of {name}", isAnswer, depth + 1, seen))
            {
                yield return change;
            }
        }

        foreach (var added in now.Keys.Where(member => !old.ContainsKey(member)))
        {
            yield return $"{name} has a new {(!isAnswer && nowRequired.Contains(added) ? "required " : "")}member \"{added}\"";
        }
    }

    private static Dictionary<string, ApiSchema> Properties(ApiSchema schema) =>
        schema
            .Properties.Concat(schema.AllOf.SelectMany(part => part.Properties))
            .DistinctBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.Value);

    private static HashSet<string> Required(ApiSchema schema) =>
        [.. schema.Required, .. schema.AllOf.SelectMany(part => part.Required)];

    private static List<string> Texts(ApiSchema schema) => [.. schema.Allowed.Select(choice => choice.AsText())];
}
