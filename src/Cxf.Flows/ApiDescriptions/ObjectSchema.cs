namespace Cxf.Flows.ApiDescriptions;

/// <summary>The properties of an object with those of all schemas that it must meet as well.</summary>
public sealed class ObjectSchema
{
    /// <summary>How deep schemas may be made of others.</summary>
    private const int MaxDepth = 16;

    private readonly Dictionary<string, ApiSchema> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    private ObjectSchema() { }

    /// <summary>The properties by name, in the order in which the schemas have them.</summary>
    public IReadOnlyDictionary<string, ApiSchema> Properties => _properties;

    /// <summary>The names of those that must be there.</summary>
    public IReadOnlySet<string> Required => _required;

    /// <summary>The properties that a request can have: not those that only answers have.</summary>
    public IEnumerable<KeyValuePair<string, ApiSchema>> Sent => _properties.Where(property => !property.Value.IsReadOnly);

    /// <summary>Whether further properties are allowed; null if the description does not say it.</summary>
    public bool? AllowsOthers { get; private set; }

    /// <summary>Whether some of its properties depend on a choice.</summary>
    public bool HasChoice { get; private set; }

    /// <summary>Gathers the properties of a schema.</summary>
    public static ObjectSchema Of(ApiSchema schema)
    {
        var all = new ObjectSchema();
        all.Add(schema, 0);
        all.HasChoice |= schema.HasSubtypes;
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
            _properties.TryAdd(name, property);
        }

        _required.UnionWith(schema.Required);
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
