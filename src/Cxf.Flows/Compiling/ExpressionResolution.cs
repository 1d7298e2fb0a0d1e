using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Resolves the flow's own variables in an author's expression: <c>$payload</c> and <c>$contact</c> are read from the run's
/// input where Step Functions keeps it, <c>$flow</c> becomes a literal. A step's result is a variable of the machine already.
/// Nothing else of the text is touched, and no state is spent on setting variables up.
/// </summary>
internal sealed class ExpressionResolution(FlowDefinition flow, CompilationTarget target)
{
    private const string ExecutionInput = "$states.context.Execution.Input.";

    private readonly string _flowLiteral = FlowLiteral(flow, target);

    /// <summary>A string of the document: an expression with its variables resolved, or plain text as it is.</summary>
    public string Resolve(string text)
    {
        if (!ExpressionText.TryRead(text, out var jsonata))
        {
            return text;
        }

        var resolved = new StringBuilder(jsonata);
        var expression = JsonataExpression.Compile(jsonata, JsonataOptions.StepFunctions);

        // From the end to the start, so that the places of the variables before stay where they were found.
        foreach (var variable in expression.FreeVariables.OrderByDescending(variable => variable.Start))
        {
            if (Replacement(variable.Name) is { } replacement)
            {
                resolved.Remove(variable.Start, variable.Length).Insert(variable.Start, replacement);
            }
        }

        return ExpressionText.Wrap(resolved.ToString());
    }

    private string? Replacement(string name) => name switch
    {
        "payload" or "contact" => ExecutionInput + name,
        "flow" => _flowLiteral,
        _ => null,
    };

    private static string FlowLiteral(FlowDefinition flow, CompilationTarget target)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("tenantId", target.Tenant.Value);
            writer.WriteString("flowId", flow.Id.Value);
            writer.WriteNumber("version", target.Version);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
