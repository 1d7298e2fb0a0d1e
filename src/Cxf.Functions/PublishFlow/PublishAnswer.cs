using System.Buffers;
using System.Text.Json;
using Cxf.ApiCalls.Diagnostics;

namespace Cxf.Functions.PublishFlow;

/// <summary>What came of a request to publish.</summary>
/// <param name="Status">One of <see cref="PublishStatus"/>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Version">The version that is live now; 0 when none is.</param>
/// <param name="AliasArn">The alias that starts it; empty when none does.</param>
/// <param name="Diagnostics">Everything noticed in the flow's document.</param>
public sealed record PublishAnswer(string Status, string Message, int Version, string AliasArn, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The answer as the function gives it.</summary>
    public JsonElement ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("status", Status);
            writer.WriteString("message", Message);
            writer.WriteNumber("version", Version);
            writer.WriteString("stateMachineAliasArn", AliasArn);
            writer.WriteStartArray("diagnostics");
            foreach (var diagnostic in Diagnostics)
            {
                Write(writer, diagnostic);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    internal static PublishAnswer Rejected(string message, IReadOnlyList<Diagnostic>? diagnostics = null) =>
        new(PublishStatus.Rejected, message, 0, "", diagnostics ?? []);

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
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
}
