using System.Text.Json;

namespace Cxf.ApiCalls.Secrets;

/// <summary>
/// A connection's secret: the text members of a JSON object. It has no text of its own, so that nothing prints it by accident.
/// </summary>
internal sealed class ConnectionSecret
{
    private const string Origins = "origins";

    private readonly Dictionary<string, string> _members;
    private readonly IReadOnlyList<string>? _origins;

    private ConnectionSecret(Dictionary<string, string> members, IReadOnlyList<string>? origins)
    {
        _members = members;
        _origins = origins;
    }

    public string? this[string name] => _members.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Reads a secret's text; null when it is not a JSON object, or has other origins than one list of texts.</summary>
    public static ConnectionSecret? Parse(string text)
    {
        try
        {
            var root = JsonElement.Parse(text);
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var members = root.EnumerateObject()
                .Where(member => member.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(member => member.Name)
                .ToDictionary(member => member.Name, member => member.Value.GetString()!);
            var lists = root.EnumerateObject().Where(member => IsMeantAsOrigins(member.Name)).ToList();
            return lists is [] ? new ConnectionSecret(members, null)
                : lists is [{ Name: Origins } list] && ReadOrigins(list.Value) is { } origins
                    ? new ConnectionSecret(members, origins)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the secret, or a token made with it, may be sent to this URL: its origin (scheme, host and port, RFC 6454) is one
    /// of the secret's <c>origins</c>, or the secret has none. Whoever may write a connection but not its secret can then not
    /// have the secret sent elsewhere.
    /// </summary>
    public bool MayGoTo(Uri url) => _origins is null || _origins.Contains(OriginOf(url), StringComparer.Ordinal);

    /// <summary>The same for secrets with the same members. It contains the secret: only a hash of it may be kept.</summary>
    public string Identity =>
        string.Concat(
            _members
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => $"{member.Key.Length}:{member.Key}{member.Value.Length}:{member.Value}")
        );

    public override string ToString() => "(secret)";

    // A protection that is misspelt must not be off.
    private static bool IsMeantAsOrigins(string name) =>
        name.TrimEnd('s', 'S').Equals("origin", StringComparison.OrdinalIgnoreCase);

    // What is no URL stays as it is: it is nobody's origin, so the secret goes nowhere by it.
    private static List<string>? ReadOrigins(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(origin => origin.ValueKind == JsonValueKind.String)
            ?
            [
                .. list.EnumerateArray()
                    .Select(origin => origin.GetString()!)
                    .Select(origin => Uri.TryCreate(origin, UriKind.Absolute, out var url) ? OriginOf(url) : origin),
            ]
            : null;

    private static string OriginOf(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
