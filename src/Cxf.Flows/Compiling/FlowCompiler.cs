using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Compiles a flow to Amazon States Language with JSONata as its query language. One step is one state of the same name;
/// an expression is the author's own text with only the flow's variables resolved, so the console shows what the author wrote.
/// </summary>
public static class FlowCompiler
{
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compiles a flow that was read without errors.</summary>
    public static CompiledFlow Compile(FlowDefinition flow, CompilationTarget target)
    {
        var timeoutSeconds = MachineTimeouts.For(flow.Caller);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            var states = new StateWriter(writer, flow, target, new ExpressionResolution(flow, target));
            writer.WriteStartObject();
            writer.WriteString("Comment", $"CXF tenant {target.Tenant}, flow {flow.Id}, version {target.Version}");
            writer.WriteString("QueryLanguage", "JSONata");
            writer.WriteString("StartAt", flow.Start);
            writer.WriteNumber("TimeoutSeconds", timeoutSeconds);
            writer.WriteStartObject("States");
            foreach (var step in flow.Steps)
            {
                states.Write(step);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        var type = flow.Caller == CallerMode.Continues ? StateMachineType.Standard : StateMachineType.Express;
        return new CompiledFlow(Encoding.UTF8.GetString(buffer.WrittenSpan), type, timeoutSeconds);
    }
}
