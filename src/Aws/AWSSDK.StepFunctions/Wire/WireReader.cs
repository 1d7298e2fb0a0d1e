using System.Text.Json;

namespace Amazon.StepFunctions.Wire;

/// <summary>
/// Reads members from a JSON object; a member that is absent or null keeps its value, unknown ones are passed over.
/// </summary>
internal sealed class WireReader(JsonElement json) : WireMembers
{
    public override string Text(string name, string value) => Find(name) is { } found ? found.GetString() : value;

    public override int? Integer(string name, int? value) => Find(name)?.GetInt32() ?? value;

    public override long? Long(string name, long? value) => Find(name)?.GetInt64() ?? value;

    public override float? Float(string name, float? value) => Find(name)?.GetSingle() ?? value;

    public override bool? Flag(string name, bool? value) => Find(name)?.GetBoolean() ?? value;

    public override DateTime? Time(string name, DateTime? value) =>
        // Decimal, not double: a double of this size is off by up to 120 ns.
        Find(name) is { } found
            ? DateTime.UnixEpoch.AddTicks((long)(found.GetDecimal() * TimeSpan.TicksPerSecond))
            : value;

    public override T Shape<T>(string name, T value) => Find(name) is { } found ? Read<T>(found) : value;

    public override List<T> List<T>(string name, List<T> value) =>
        Find(name) is { } found ? [.. found.EnumerateArray().Select(Read<T>)] : value;

    public override Dictionary<string, string> TextMap(string name, Dictionary<string, string> value) =>
        Find(name) is { } found
            ? found.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString())
            : value;

    public override Dictionary<string, List<string>> TextListMap(string name, Dictionary<string, List<string>> value) =>
        Find(name) is { } found ? found.EnumerateObject().ToDictionary(entry => entry.Name, entry => Texts(entry.Value)) : value;

    /// <summary>Reads a whole object.</summary>
    public static T Read<T>(JsonElement json)
        where T : class, IWireShape, new()
    {
        var shape = new T();
        shape.Describe(new WireReader(json));
        return shape;
    }

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString())];

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var found)
        && found.ValueKind != JsonValueKind.Null
            ? found
            : null;
}
