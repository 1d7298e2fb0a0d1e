namespace Cxf.Jsonata;

/// <summary>
/// The variables of an evaluation, by name without the <c>$</c>. Not thread-safe while it is being filled.
/// <example><code>var bindings = new JsonataBindings { ["states"] = JsonataValue.From(element) };</code></example>
/// </summary>
public sealed class JsonataBindings
{
    private readonly Dictionary<string, JsonataValue> _values = new(StringComparer.Ordinal);

    /// <summary>Starts without variables.</summary>
    public JsonataBindings() { }

    /// <summary>No variables. Setting one on this instance is an error.</summary>
    public static JsonataBindings Empty { get; } = new() { IsFrozen = true };

    private bool IsFrozen { get; init; }

    /// <summary>The names that have a value, without the <c>$</c>.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>A variable; reading one that is not set returns <see cref="JsonataValue.Undefined"/>.</summary>
    public JsonataValue this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (IsFrozen)
            {
                throw new InvalidOperationException("JsonataBindings.Empty cannot be changed; create a new JsonataBindings.");
            }

            _values[name] = value;
        }
    }

    internal bool TryGet(string name, out JsonataValue value) => _values.TryGetValue(name, out value);
}
