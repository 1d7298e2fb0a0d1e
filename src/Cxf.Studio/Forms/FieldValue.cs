using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Studio.Forms;

/// <summary>Values of a document as a person writes them in a field.</summary>
internal static class FieldValue
{
    private static readonly JsonWriterOptions Readable = JsonOutput.Relaxed with { Indented = true };

    /// <summary>What is shown of a value: text without quotes, JSON for what is not text; empty for what is missing.</summary>
    public static string Shown(JsonElement value, FieldKind kind) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined => "",
            JsonValueKind.String when kind != FieldKind.Value || ExpressionText.TryRead(value.GetString()!, out _) =>
                value.GetString()!,
            _ => JsonOutput.Text(value.WriteTo, Readable),
        };

    /// <summary>The value that a person means.</summary>
    /// <param name="written">What the person wrote; empty for nothing, which removes the member.</param>
    /// <param name="field">Where.</param>
    /// <param name="value">The value; undefined for nothing.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? TryRead(string written, FormField field, out JsonElement value)
    {
        value = default;
        if (written.Length == 0 && !(field is { IsRequired: true, Kind: FieldKind.Text }))
        {
            return null;
        }

        switch (field.Kind)
        {
            case FieldKind.Number when !ExpressionText.TryRead(written, out _):
                if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return "Write a number.";
                }

                value = JsonOutput.Element(writer => writer.WriteNumberValue(number));
                return null;
            case FieldKind.Flag:
                value = JsonElement.Parse(written == "true" ? "true" : "false");
                return null;
            case FieldKind.Value when !written.StartsWith("{%", StringComparison.Ordinal):
                var source = JsonSource.Parse(written);
                value = source.Root;
                return source.SyntaxProblem is { } problem
                    ? $"This is neither JSON nor an expression between {{% and %}}. {problem.Message} {problem.Fix}"
                    : null;
            default:
                value = JsonOutput.Element(writer => writer.WriteStringValue(written));
                return null;
        }
    }
}
