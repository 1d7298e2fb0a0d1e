using System.Text.Json;

namespace Cxf.Local.Templates;

/// <summary>A mapping of a table's stream to a function, as template.yaml defines it.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Function">The ARN of the function's alias.</param>
/// <param name="BatchSize">The maximum number of records in one event.</param>
/// <param name="Retries">How often a batch that failed is tried again.</param>
/// <param name="Bisects">
/// Whether a batch on which the function fails is split, to isolate the record that causes the failure.
/// </param>
/// <param name="Patterns">The filters; a record passes if it matches one of them. Without filters, every record passes.</param>
internal sealed record EventSource(
    string Table,
    string Function,
    int BatchSize,
    int Retries,
    bool Bisects,
    IReadOnlyList<JsonElement> Patterns
)
{
    /// <summary>Whether a record is handed on.</summary>
    public bool Passes(JsonElement record) => Patterns.Count == 0 || Patterns.Any(pattern => Matches(pattern, record));

    // Lambda developer guide, "Filter rule syntax": of the rules, equality and suffix.
    private static bool Matches(JsonElement pattern, JsonElement value) =>
        pattern
            .EnumerateObject()
            .All(member =>
                value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty(member.Name, out var found)
                && (
                    member.Value.ValueKind == JsonValueKind.Object
                        ? Matches(member.Value, found)
                        : member.Value.EnumerateArray().Any(rule => IsMet(rule, found))
                )
            );

    private static bool IsMet(JsonElement rule, JsonElement value) =>
        rule.ValueKind == JsonValueKind.String ? value.ValueKind == JsonValueKind.String && rule.GetString() == value.GetString()
        : rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("suffix", out var suffix)
            ? value.ValueKind == JsonValueKind.String
                && value.GetString()!.EndsWith(suffix.GetString()!, StringComparison.Ordinal)
        : throw new TemplateException($"The filter rule {rule} is not supported.");
}
