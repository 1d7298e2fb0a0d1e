using System.Text.Json;

namespace Cxf.ApiCalls.Secrets;

/// <summary>A connection's secret: the text members of a JSON object. It has no text of its own, so that nothing prints it by chance.</summary>
internal sealed class ConnectionSecret
{
    private readonly Dictionary<string, string> _members;

    private ConnectionSecret(Dictionary<string, string> members) => _members = members;

    public string? this[string name] => _members.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Reads a secret's text; null when it is not a JSON object.</summary>
    public static ConnectionSecret? Parse(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            return root.ValueKind == JsonValueKind.Object
                ? new ConnectionSecret(
                    root.EnumerateObject()
                        .Where(member => member.Value.ValueKind == JsonValueKind.String)
                        .DistinctBy(member => member.Name)
                        .ToDictionary(member => member.Name, member => member.Value.GetString()!)
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool HasSameMembersAs(ConnectionSecret other) =>
        _members.Count == other._members.Count && _members.All(member => other[member.Key] == member.Value);

    public override string ToString() => "(secret)";
}
