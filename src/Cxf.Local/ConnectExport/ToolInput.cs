using Cxf.Documents;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>What an AI agent reads about an input: its purpose and its form.</summary>
internal static class ToolInput
{
    /// <summary>The description; null where the contract says nothing.</summary>
    public static string? Describe(ContractSchema schema)
    {
        string[] parts = [Purpose(schema), Form(schema)];
        var text = string.Join(' ', parts.Where(part => part.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static string Purpose(ContractSchema schema) =>
        schema.Description.Trim() is { Length: > 0 } description ? RequiredField.Sentence(description)
        : schema.Title.Trim() is { Length: > 0 } title ? RequiredField.Sentence(title)
        : "";

    private static string Form(ContractSchema schema) =>
        schema switch
        {
            { Allowed: { Count: > 0 } allowed } => $"One of: {string.Join(", ", allowed.Select(value => value.AsText()))}.",
            { Type: ContractType.Boolean } => "true or false.",
            { Type: ContractType.Integer } => $"A whole number{Range(schema)}.",
            { Type: ContractType.Number } => $"A number{Range(schema)}.",
            { Type: ContractType.Array } => "A JSON array as text.",
            { Type: ContractType.Object } => "A JSON object as text.",
            { Pattern: { } pattern } => $"It must match the regular expression {pattern}",
            _ => "",
        };

    private static string Range(ContractSchema schema) =>
        schema.Range switch
        {
            (double.NegativeInfinity, double.PositiveInfinity) => "",
            (var min, double.PositiveInfinity) => FormattableString.Invariant($" from {min}"),
            (double.NegativeInfinity, var max) => FormattableString.Invariant($" up to {max}"),
            var (min, max) => FormattableString.Invariant($" from {min} to {max}"),
        };
}
