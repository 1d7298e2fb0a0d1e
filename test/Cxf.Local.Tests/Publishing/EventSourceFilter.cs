using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Local.Tests.Publishing;

/// <summary>
/// template.yaml's filter on the configuration table's stream, applied as Lambda does (Lambda developer guide, "Filter rule
/// syntax"): of the rules, the ones that the template uses.
/// </summary>
internal static partial class EventSourceFilter
{
    private static readonly JsonElement Filter = JsonElement.Parse(PatternLine().Match(File.ReadAllText(ProjectRoot.Path("template.yaml"))).Groups[1].Value);

    public static bool Passes(JsonElement record) => Matches(Filter, record);

    private static bool Matches(JsonElement pattern, JsonElement value) => pattern.EnumerateObject().All(member =>
        value.TryGetProperty(member.Name, out var found)
        && (member.Value.ValueKind == JsonValueKind.Object
            ? Matches(member.Value, found)
            : member.Value.EnumerateArray().Any(rule => IsMet(rule, found.GetString()!))));

    private static bool IsMet(JsonElement rule, string text) => rule.ValueKind == JsonValueKind.String
        ? rule.GetString() == text
        : rule.EnumerateObject().Single() is { Name: "suffix" } suffix
            ? text.EndsWith(suffix.Value.GetString()!, StringComparison.Ordinal)
            : throw new NotSupportedException($"The test does not know the filter rule {rule}.");

    [GeneratedRegex("- Pattern: '(.*)'")]
    private static partial Regex PatternLine();
}
