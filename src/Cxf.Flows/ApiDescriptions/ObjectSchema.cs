namespace Cxf.Flows.ApiDescriptions;

/// <summary>The properties of an object with those of all schemas that it must meet as well.</summary>
internal sealed class ObjectSchema
{
    /// <summary>How deep schemas may be made of others.</summary>
    private const int MaxDepth = 16;

    private ObjectSchema() { }

    public Dictionary<string, ApiSchema> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether further properties are allowed; null if the description does not say it.</summary>
    public bool? AllowsOthers { get; private set; }

    /// <summary>Whether some of its properties depend on a choice.</summary>
    public bool HasChoice { get; private set; }

    public static ObjectSchema Of(ApiSchema schema)
    {
        var all = new ObjectSchema();
        all.Add(schema, 0);
        return all;
    }

    private void Add(ApiSchema schema, int depth)
    {
        if (depth > MaxDepth)
        {
            AllowsOthers = true;
            return;
        }

        foreach (var (name, property) in schema.Properties)
        {
            Properties.TryAdd(name, property);
        }

        Required.UnionWith(schema.Required);
        HasChoice |= schema.AnyOf.Any();
        if (schema.AllowsOthers is { } allows)
        {
            AllowsOthers = allows || AllowsOthers == true;
        }

        foreach (var part in schema.AllOf)
        {
            Add(part, depth + 1);
        }
    }
}
