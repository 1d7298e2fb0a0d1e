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
    /// <exception cref="KeyNotFoundException">The target lacks a flow that the flow runs; its checks would have said so.</exception>
    public static CompiledFlow Compile(FlowDefinition flow, CompilationTarget target)
    {
        var type = MachineType.Of(flow, target);
        var timeoutSeconds = MachineTimeouts.For(type);
        var claimsRuns = type == StateMachineType.Express && MachineType.IsUnsafe(flow, target);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            var machine = new MachineWriter(json, target, type, timeoutSeconds, claimsRuns);
            var scope = new ScopeFrame(flow.Body, new FlowFrame(flow, machine), null);
            json.WriteStartObject();
            json.WriteString("Comment", $"CXF tenant {target.Tenant}, flow {flow.Id}, version {target.Version}, compiler {CompilerVersion.Current}");
            json.WriteString("QueryLanguage", "JSONata");
            json.WriteString("StartAt", claimsRuns ? RunClaim.First : scope.StartAt);
            json.WriteNumber("TimeoutSeconds", timeoutSeconds);
            machine.WriteStates(scope);
            json.WriteEndObject();
        }

        return new CompiledFlow(Encoding.UTF8.GetString(buffer.WrittenSpan), type, timeoutSeconds, claimsRuns);
    }
}
