using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cxf.Jsonata.Values;

/// <summary>
/// The properties of an object in JavaScript's order: array indexes first and ascending, then the others by insertion; a repeated
/// name counts once, with its last value.
/// </summary>
internal readonly struct PropertyList
{
    private readonly ObjectValue _properties;
    private readonly int[]? _order;

    public PropertyList(in JsonataValue value)
    {
        _properties = value.Reference as ObjectValue ?? Read(value.Element);
        _order = HasIndexName(_properties) ? Order(_properties) : null;
    }

    public int Count => _properties.Count;

    public string NameAt(int index) => _properties.NameAt(_order is null ? index : _order[index]);

    public JsonataValue ValueAt(int index) => _properties.ValueAt(_order is null ? index : _order[index]);

    /// <summary>The first level of an object of a document.</summary>
    public static ObjectValue Read(JsonElement element)
    {
        var value = new ObjectValue(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject())
        {
            value.Set(PropertyName.Of(property), JsonataValue.From(property.Value));
        }

        return value;
    }

    private static bool HasIndexName(ObjectValue value)
    {
        for (var at = 0; at < value.Count; at++)
        {
            if (IsIndex(value.NameAt(at), out _))
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Order(ObjectValue value) =>
        [
            .. Enumerable
                .Range(0, value.Count)
                .OrderBy(at => IsIndex(value.NameAt(at), out var index) ? index : uint.MaxValue)
                .ThenBy(at => at),
        ];

    private static bool IsIndex(string name, out uint index)
    {
        index = 0;
        const int longest = 10;
        return name.Length is > 0 and <= longest
            && char.IsAsciiDigit(name[0])
            && (name.Length == 1 || name[0] != '0')
            && uint.TryParse(name, System.Globalization.NumberStyles.None, null, out index)
            && index != uint.MaxValue;
    }
}

/// <summary>Names of properties of a document as strings.</summary>
internal static class PropertyName
{
    public static string Of(JsonProperty property) => ElementText.Decode(JsonMarshal.GetRawUtf8PropertyName(property));
}
