using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Functions.PublishFlow;

/// <summary>Diagnostics as a JSON array: <c>[{code, severity, pointer, line, column, message, fix}]</c>.</summary>
public static class DiagnosticsJson
{
    // An item of the table holds 400 KB, a character of a text can take three bytes, and the other values of the answer need
    // room, too.
    private const int MaxCharacters = 100_000;
    private const int OwnCharacters = 120;
    private const int MaxText = 4_000;

    /// <summary>The array as text, as it is stored with a draft.</summary>
    public static string Text(IReadOnlyList<Diagnostic> diagnostics) =>
        JsonOutput.Text(writer => Write(writer, diagnostics), JsonOutput.Relaxed);

    /// <summary>
    /// Writes the array; of very many diagnostics as many as one item of the table takes, with a last one that says so.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();
        var characters = 0L;
        var listed = diagnostics
            .Select(diagnostic => diagnostic with { Message = Shortened(diagnostic.Message), Fix = Shortened(diagnostic.Fix) })
            .TakeWhile(diagnostic =>
                (characters += OwnCharacters + diagnostic.Pointer.Length + diagnostic.Message.Length + diagnostic.Fix.Length)
                <= MaxCharacters
            )
            .ToList();
        if (listed.Count < diagnostics.Count)
        {
            listed.Add(
                diagnostics[listed.Count] with
                {
                    Pointer = "",
                    Message = $"{diagnostics.Count - listed.Count} more problems are not listed.",
                    Fix = "Correct the listed problems, then save the draft again.",
                }
            );
        }

        foreach (var diagnostic in listed)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            writer.WriteString("pointer", diagnostic.Pointer);
            writer.WriteNumber("line", diagnostic.Line);
            writer.WriteNumber("column", diagnostic.Column);
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("fix", diagnostic.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Shortened(string text) => text.Length <= MaxText ? text : text[..MaxText] + "…";
}
